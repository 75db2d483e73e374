package org.datamarket.claims.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.CoordinatedFeasible;
import org.datamarket.analysis.claims.Lemma;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.OptimalCoordinated;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.Truthful;
import org.datamarket.analysis.claims.Within;
import org.datamarket.analysis.claims.Within.Condition;

/**
 * How often a claim fails on the states of {@link OptOutStates}, of whose buyers one is judged, and
 * how often it did in an independent count over random states of the same kind (docs/claims.md).
 *
 * @param claim the id of the claim
 * @param over of which states; empty for all
 * @param cases in how many of them the claim was judged
 * @param failed in how many of these it failed
 * @param known the share of failures in the independent count, in words, %
 */
public record KnownShare(String claim, String over, long cases, long failed, String known) {

  private static final double HUNDRED = 100;

  /** A claim whose share is known, perhaps under a condition. */
  private record Row(Claim claim, String over, String known, Claim counted) {
    Row(BuyerClaim claim, String known) {
      this(claim, "", known, new OfFirst(claim));
    }

    Row(BuyerClaim claim, Condition condition, String known) {
      this(claim, condition.words(), known, new OfFirst(new Within(claim, condition)));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(new CoordinatedFeasible(), Condition.REPLY_TIED, "69"),
          new Row(new OptimalAny(), Condition.SEVERAL_SELLERS, "52"),
          new Row(new OptimalCoordinated.Met(), "14 to 17"),
          new Row(new OptimalCoordinated.Any(), "23 to 29"),
          new Row(new Lemma.Pool(), Condition.SEVERAL_SELLERS, "4.8"),
          new Row(new Lemma.Exact(), Condition.BIDS_TIED, "46"),
          new Row(new Lemma.NoLoss(), Condition.SEVERAL_SELLERS, "27"),
          new Row(new Truthful(), "7"));

  /** A claim about the first buyer of a state: a state is one case. */
  private record OfFirst(BuyerClaim claim) implements BuyerClaim {
    @Override
    public String id() {
      return claim.id();
    }

    @Override
    public String statement() {
      return claim.statement();
    }

    @Override
    public About about() {
      return claim.about();
    }

    @Override
    public double violation(Situation buyer) {
      return buyer.number() == 0 ? claim.violation(buyer) : Double.NaN;
    }
  }

  /** The share of the cases in which the claim failed; NaN without any. */
  public double share() {
    return cases == 0 ? Double.NaN : (double) failed / cases;
  }

  /** The share in %, to a tenth; "–" without cases. */
  public String percent() {
    return cases == 0
        ? "–"
        : "%s %%"
            .formatted(
                new BigDecimal(HUNDRED * share())
                    .setScale(1, RoundingMode.HALF_UP)
                    .toPlainString());
  }

  /** Whether a share of any of some claims is known. */
  public static boolean isOfAny(List<Claim> claims) {
    return ROWS.stream().anyMatch(row -> isAmong(claims, row));
  }

  private static boolean isAmong(List<Claim> claims, Row row) {
    return claims.stream().anyMatch(claim -> claim.id().equals(row.claim().id()));
  }

  /**
   * Counts those of some claims whose share is known.
   *
   * @param seed of the states
   * @param states how many, at least 0
   * @param threads how many, at least 1; they change nothing in the result
   * @param progress is told now and then how many states are done
   * @throws InterruptedException if the thread is interrupted; no work goes on then
   */
  public static List<KnownShare> of(
      List<Claim> claims, long seed, long states, int threads, LongConsumer progress)
      throws InterruptedException {
    List<Row> rows = ROWS.stream().filter(row -> isAmong(claims, row)).toList();
    List<Claim> counted = rows.stream().map(Row::counted).toList();
    Tally tally = Tally.of(counted, new OptOutStates(seed), states, threads, progress);
    List<KnownShare> shares = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      Row row = rows.get(k);
      ClaimCount count = tally.counts().get(k);
      shares.add(
          new KnownShare(
              row.claim().id(), row.over(), count.cases(), count.violated(), row.known()));
    }
    return shares;
  }
}
