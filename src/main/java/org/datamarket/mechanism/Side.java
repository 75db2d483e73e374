package org.datamarket.mechanism;

/** A price, or the limit from one side at a jump (docs/mechanisms.md §3). */
public enum Side {
  /** The price itself. */
  AT,
  /** Just below: sellers whose reserve is the price do not offer. */
  BELOW,
  /** Just above: buyers to whom a unit is worth the price do not want it. */
  ABOVE
}
