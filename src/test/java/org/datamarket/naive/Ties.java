package org.datamarket.naive;

/** How bids at exactly equal prices share what is left for them. */
public enum Ties {
  /** In proportion to the quantities asked (the default). */
  PROPORTIONAL,
  /** Nobody gets what equal bids of others ask for (the older rule). */
  STRICT
}
