package org.datamarket.claims;

import org.datamarket.analysis.claims.Claim.Source;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Group;
import org.datamarket.analysis.score.Subject;

/** That play comes to rest: a claim about a run, not about a state of it. */
final class Converges {
  static final Subject SUBJECT =
      new Subject(
          "converges",
          "Play comes to rest: there is a round in which nobody bids again.",
          Source.OPT_OUT.words(),
          "",
          "play",
          "",
          Group.EQUILIBRIUM);

  private Converges() {}

  /** Whether a market did: a violation of 1 if it did not. */
  static Finding judge(PlayedMarket played) {
    Case place = new Case(played.model().seed(), played.rounds(), true, "");
    return new Finding(
        place,
        played.converged() ? 0 : 1,
        0,
        false,
        "the run ended %s".formatted(played.status().key()));
  }
}
