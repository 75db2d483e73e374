package org.datamarket.claims;

/** A market that cannot be drawn from one of the seeds; the message says why. */
public final class UndrawableMarket extends RuntimeException {
  private static final long serialVersionUID = 1;

  UndrawableMarket(IllegalArgumentException refused) {
    super(refused.getMessage(), refused);
  }
}
