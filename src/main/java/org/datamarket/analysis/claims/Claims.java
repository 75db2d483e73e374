package org.datamarket.analysis.claims;

import java.util.List;
import org.datamarket.analysis.claims.Within.Condition;

/** Every claim that can be judged on a state, named once. */
public final class Claims {
  /** All, in the order in which they are shown. */
  public static final List<Claim> ALL =
      List.of(
          new PoolMinimal.EqualAsks(),
          new PoolMinimal.AnySplit(),
          new CoordinatedFeasible(),
          new Within(new CoordinatedFeasible(), Condition.REPLY_UNTIED),
          new OptimalAny(),
          new OptimalCoordinated.Met(),
          new OptimalCoordinated.Any(),
          new SufficientForOptimal(),
          new Lemma.Pool(),
          new Lemma.Exact(),
          new Within(new Lemma.Exact(), Condition.BIDS_UNTIED),
          new Lemma.NoLoss(),
          new Within(new Lemma.NoLoss(), Condition.ONE_SELLER_UNTIED),
          new Lemma.NoLossFull(),
          new EpsBest(),
          new Within(new EpsBest(), Condition.REPLY_UNTIED),
          new Truthful(),
          new Rational(),
          new EpsNash.OneFee(),
          new EpsNash.TwoFees(),
          new FairDivision(),
          new ParetoUnsold(),
          new DeltaEfficient(),
          new PriceOrdering(),
          new Costs.WithinBid(),
          new Costs.AboveReserve(),
          new Costs.Integral(),
          new Costs.Compensation(),
          new LazarSemret.Loss(),
          new LazarSemret.LossAnyFee(),
          new LazarSemret.Marginal(),
          new LazarSemret.MarginalAnyShare(),
          new LazarSemret.MarginalBids(),
          new TieUnderShortage(),
          new Within(new TieUnderShortage(), Condition.SHADED),
          new Within(new TieUnderShortage(), Condition.ONE_SELLER_SHADED));

  private Claims() {}
}
