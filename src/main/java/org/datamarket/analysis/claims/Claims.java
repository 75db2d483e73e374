package org.datamarket.analysis.claims;

import java.util.List;

/** Every claim that can be judged on a state, named once. */
public final class Claims {
  /** All, in the order in which they are shown. */
  public static final List<Claim> ALL = List.of(new OptimalAny());

  private Claims() {}
}
