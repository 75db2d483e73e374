package org.datamarket.claims.search;

import java.util.Optional;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Costs;
import org.datamarket.analysis.claims.EpsBest;
import org.datamarket.analysis.claims.EpsNash;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.Rational;

/** Which command shows, besides {@code claims}, the numbers by which a claim fails. */
enum Shown {
  /** What the bids of a file get and cost. */
  BIDS,
  /** What a buyer's reply would get it, and what the best bids would. */
  REPLY,
  /** What anybody could gain where a market ends. */
  END;

  /** The command; empty if {@code claims} alone shows it. */
  static Optional<Shown> besides(Claim claim) {
    if (claim instanceof Costs || claim instanceof Rational) {
      return Optional.of(BIDS);
    }
    if (claim instanceof OptimalAny || claim instanceof EpsBest) {
      return Optional.of(REPLY);
    }
    return claim instanceof EpsNash ? Optional.of(END) : Optional.empty();
  }

  /**
   * The command with its arguments.
   *
   * @param name of the file, without its ending
   * @param buyer for whom the claim fails
   */
  String command(String name, Optional<String> buyer) {
    return switch (this) {
      case BIDS -> "clear --table %s.yaml".formatted(name);
      case REPLY -> "explain %s.yaml %s --round 1 --turn".formatted(name, buyer.orElseThrow());
      case END -> "run %s.yaml".formatted(name);
    };
  }
}
