package org.datamarket.analysis.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Judge.Moment;

/**
 * How the claims that are cheap to judge fare at the end of a run, over its buyers: all of them, or
 * of many {@value #MOST_BUYERS}, evenly spread over their numbers. Claims about whole markets are
 * not judged where there are more buyers than that. So no run takes noticeably longer for it.
 */
public final class EndScores {
  static final int MOST_BUYERS = 1000;

  private EndScores() {}

  /** The claims that are judged, in the order in which they are shown. */
  public static List<Claim> claims() {
    return Claims.ALL.stream().filter(claim -> claim.about().cheap()).toList();
  }

  /** How they all fare. */
  public static List<Score> of(RunResult result) {
    return of(result, claims());
  }

  /** How some claims fare. */
  public static List<Score> of(RunResult result, List<Claim> claims) {
    State state = new State(result.model(), result.market());
    Moment end = new Moment(result.rounds().size(), true);
    Judge judge = new Judge(result.model().seed());
    List<Score> scores = new ArrayList<>();
    for (Claim claim : claims) {
      Score score = Score.none(Subject.of(claim));
      if (claim instanceof BuyerClaim ofBuyers) {
        for (int buyer : judged(state.buyers().size())) {
          score = score.with(judge.of(ofBuyers, state, buyer, end));
        }
      } else if (claim instanceof MarketClaim ofMarkets && state.buyers().size() <= MOST_BUYERS) {
        score = score.with(judge.of(ofMarkets, state, end));
      }
      scores.add(score);
    }
    return scores;
  }

  /** The numbers of the buyers that are judged, ascending. */
  static int[] judged(int buyers) {
    int count = Math.min(buyers, MOST_BUYERS);
    int[] numbers = new int[count];
    Arrays.setAll(numbers, k -> (int) ((long) k * buyers / count));
    return numbers;
  }
}
