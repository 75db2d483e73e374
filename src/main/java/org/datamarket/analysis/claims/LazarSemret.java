package org.datamarket.analysis.claims;

import java.util.stream.IntStream;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.analysis.supremum.RegionOptimum;
import org.datamarket.kind.Kind;
import org.datamarket.market.Bid;

/**
 * What Lazar &amp; Semret (1998) say of one auction with parabolic valuations, truthful bids and no
 * budgets, where nobody gains more than ε by other bids. Here ε is the state's own largest gain, so
 * that it holds of every such state. κ̄ is the largest slope of a marginal valuation, D what is on
 * offer.
 */
public interface LazarSemret extends MarketClaim {
  /** What is taken for granted in all of them. */
  String SETTING =
      "one seller at its own reserve, parabolic valuations, truthful bids, no budgets, proportional"
          + " ties";

  /** By how much it fails in such a state. */
  double violationWithin(State state);

  @Override
  default double violation(State state) {
    return applies(state) ? violationWithin(state) : Double.NaN;
  }

  /** Whether a state is of that kind. */
  static boolean applies(State state) {
    return state.market().sellers() == 1
        && state.market().auction(0).reserve() == state.model().sellers().get(0).reserve()
        && state.isProportional()
        && !Double.isNaN(state.largestSlope())
        && state.buyers().stream().allMatch(LazarSemret::isTruthfulWithoutBudget);
  }

  private static boolean isTruthfulWithoutBudget(Situation buyer) {
    Bid bid = buyer.bids().at(0);
    double marginal = buyer.valuation().marginal(bid.quantity());
    double close = 1e-9 * buyer.valuation().marginal(0);
    return Double.isInfinite(buyer.terms().budget())
        && (bid.isNone() || Math.abs(bid.price() - marginal) <= close);
  }

  /** Optimum − welfare, $. */
  static double loss(State state) {
    Influence all =
        new Influence(
            IntStream.range(0, state.market().sellers()).boxed().toList(),
            IntStream.range(0, state.market().buyers()).boxed().toList());
    RegionOptimum whole = RegionOptimum.of(state.model(), state.market(), all);
    return whole.optimum() - whole.welfare();
  }

  /** 4 D √(ε κ̄), $. */
  static double bound(State state) {
    double quantity = state.market().auction(0).quantity();
    return 4 * quantity * Math.sqrt(state.largestGap() * state.largestSlope());
  }

  /** Whether ε ≤ κ̄ D². */
  private static boolean isFeeSmall(State state) {
    double quantity = state.market().auction(0).quantity();
    return state.largestGap() <= state.largestSlope() * quantity * quantity;
  }

  /** √(ε/κ̄), GB, but more than rounding. */
  private static double enough(State state) {
    double live = 1e-9 * state.market().auction(0).quantity();
    return Math.max(live, Math.sqrt(state.largestGap() / state.largestSlope()));
  }

  /** 2√(ε κ̄), $/GB. */
  private static double apart(State state) {
    return 2 * Math.sqrt(state.largestGap() * state.largestSlope());
  }

  /** optimum − welfare − 4 D √(ε κ̄). */
  @Kind(
      name = "ls-loss",
      meaning = "Welfare is at most 4D√(εκ̄) below the optimum where nobody gains more than ε.")
  record Loss() implements LazarSemret {
    @Override
    public About about() {
      String hypothesis = SETTING + ", ε ≤ κ̄D²";
      return new About(Source.LAZAR_SEMRET, hypothesis, Decision.PLANNER, Unit.MONEY, true);
    }

    @Override
    public double violationWithin(State state) {
      return isFeeSmall(state) ? loss(state) - bound(state) : Double.NaN;
    }

    @Override
    public String evidence(State state) {
      return "the welfare lost is %s $, the bound %s $".formatted(loss(state), bound(state));
    }
  }

  /** The same without asking how large ε is. */
  @Kind(
      name = "ls-loss-any-fee",
      meaning =
          "Welfare is at most 4D√(εκ̄) below the optimum where nobody gains more than ε, however"
              + " large that is.")
  record LossAnyFee() implements LazarSemret {
    @Override
    public About about() {
      return new About(Source.LAZAR_SEMRET, SETTING, Decision.PLANNER, Unit.MONEY, true);
    }

    @Override
    public double violationWithin(State state) {
      return loss(state) - bound(state);
    }

    @Override
    public String evidence(State state) {
      return new Loss().evidence(state);
    }
  }

  /** max over pairs of θ_i′(a_i) − θ_k′(a_k) − 2√(ε κ̄) with both of at least √(ε/κ̄). */
  @Kind(
      name = "ls-marginal",
      meaning = "Who gets √(ε/κ̄) or more values the last unit as all such do, within 2√(εκ̄).")
  record Marginal() implements LazarSemret {
    @Override
    public About about() {
      String hypothesis = SETTING + ", a_i, a_k ≥ √(ε/κ̄)";
      return new About(Source.LAZAR_SEMRET, hypothesis, Decision.CLEARING, Unit.PRICE, true);
    }

    @Override
    public double violationWithin(State state) {
      return spread(state, enough(state));
    }

    /** The largest difference among those who get so much − 2√(ε κ̄); NaN if fewer than two do. */
    private static double spread(State state, double least) {
      double[] marginals =
          state.buyers().stream()
              .filter(buyer -> buyer.allocation() >= least)
              .mapToDouble(Situation::marginal)
              .sorted()
              .toArray();
      return marginals.length < 2
          ? Double.NaN
          : marginals[marginals.length - 1] - marginals[0] - apart(state);
    }

    @Override
    public String evidence(State state) {
      return "ε is %s $, √(ε/κ̄) %s GB, 2√(εκ̄) %s $/GB"
          .formatted(state.largestGap(), enough(state), apart(state));
    }
  }

  /** The same among all that get anything. */
  @Kind(
      name = "ls-marginal-any-share",
      meaning = "Who gets anything values the last unit as all such do, within 2√(εκ̄).")
  record MarginalAnyShare() implements LazarSemret {
    @Override
    public About about() {
      String hypothesis = SETTING + ", a_i, a_k > 0";
      return new About(Source.LAZAR_SEMRET, hypothesis, Decision.CLEARING, Unit.PRICE, true);
    }

    @Override
    public double violationWithin(State state) {
      double live = 1e-9 * state.market().auction(0).quantity();
      return Marginal.spread(state, live);
    }

    @Override
    public String evidence(State state) {
      return new Marginal().evidence(state);
    }
  }

  /** max over i and k ≠ i of θ_i′(a_i) − p_k − 2√(ε κ̄) with a_k of at least √(ε/κ̄). */
  @Kind(
      name = "ls-marginal-bids",
      meaning =
          "Nobody values one more unit above the bid of another who gets √(ε/κ̄) or more, by more"
              + " than 2√(εκ̄).")
  record MarginalBids() implements LazarSemret {
    @Override
    public About about() {
      String hypothesis = SETTING + ", a_k ≥ √(ε/κ̄)";
      return new About(Source.LAZAR_SEMRET, hypothesis, Decision.CLEARING, Unit.PRICE, true);
    }

    @Override
    public double violationWithin(State state) {
      double enough = enough(state);
      double apart = apart(state);
      double largest = Double.NaN;
      for (Situation k : state.buyers()) {
        boolean isServed = k.allocation() >= enough;
        for (Situation i : state.buyers()) {
          if (isServed && i != k) {
            double above = i.marginal() - k.bids().highestPrice() - apart;
            largest = Double.isNaN(largest) ? above : Math.max(largest, above);
          }
        }
      }
      return largest;
    }

    @Override
    public String evidence(State state) {
      return new Marginal().evidence(state);
    }
  }
}
