package org.datamarket.analysis.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.State;

/**
 * How claims fare on one state, over its buyers: all of them, or of many {@value #MOST_BUYERS},
 * evenly spread over their numbers; an eighth of that where a claim takes long to judge. Claims
 * about whole markets are not judged where there are more than {@value #MOST_BUYERS} buyers.
 *
 * @param state what is judged; it must not change
 * @param moment when it was met
 */
public record StateScores(State state, Judge.Moment moment) {
  /** Of more buyers not all are judged. */
  public static final int MOST_BUYERS = 1000;

  /** Of more buyers not all are judged where that takes long. */
  public static final int FEW_BUYERS = MOST_BUYERS / 8;

  /**
   * How a claim fares; empty if it was stopped.
   *
   * @param stopped whether to stop, asked before every buyer
   */
  public Optional<Score> of(Claim claim, BooleanSupplier stopped) {
    Judge judge = new Judge(state.model().seed());
    Score score = Score.none(Subject.of(claim));
    if (claim instanceof BuyerClaim ofBuyers) {
      for (int buyer : judged(state.buyers().size(), claim.about().cheap())) {
        if (stopped.getAsBoolean()) {
          return Optional.empty();
        }
        score = score.with(judge.of(ofBuyers, state, buyer, moment));
      }
    } else if (claim instanceof MarketClaim ofMarkets && state.buyers().size() <= MOST_BUYERS) {
      score = score.with(judge.of(ofMarkets, state, moment));
    }
    return stopped.getAsBoolean() ? Optional.empty() : Optional.of(score);
  }

  /** The numbers of the buyers that are judged, ascending. */
  static int[] judged(int buyers, boolean cheap) {
    int count = Math.min(buyers, cheap ? MOST_BUYERS : FEW_BUYERS);
    int[] numbers = new int[count];
    Arrays.setAll(numbers, k -> (int) ((long) k * buyers / count));
    return numbers;
  }
}
