package org.datamarket.analysis.score;

import java.util.List;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Judge.Moment;

/**
 * How the claims that are cheap to judge fare at the end of a run, over its buyers as {@link
 * StateScores} says. So no run takes noticeably longer for it.
 */
public final class EndScores {
  private EndScores() {}

  /** The claims that are judged, in the order in which they are shown. */
  public static List<Claim> claims() {
    return Claims.ALL.stream().filter(claim -> claim.about().cheap()).toList();
  }

  /** How they all fare; none of them if a mechanism has cleared the market without bids. */
  public static List<Score> of(RunResult result) {
    return result.settlement().isPresent() ? List.of() : of(result, claims());
  }

  /** How some claims fare; without a case if a mechanism has cleared the market without bids. */
  public static List<Score> of(RunResult result, List<Claim> claims) {
    if (result.settlement().isPresent()) {
      return claims.stream().map(claim -> Score.none(Subject.of(claim))).toList();
    }
    StateScores scores =
        new StateScores(
            new State(result.model(), result.market()), new Moment(result.rounds().size(), true));
    return claims.stream().map(claim -> scores.of(claim, () -> false).orElseThrow()).toList();
  }
}
