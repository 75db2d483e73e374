package org.datamarket.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.market.Auction;
import org.datamarket.market.Market;
import org.datamarket.market.TieRule;
import org.datamarket.model.MarketModel;

/**
 * All that came of a run. The same model and seed give an equal result, to the last bit.
 *
 * @param model the market as drawn, seed included
 * @param status how the run ended; {@link Status#RUNNING} if it was stopped
 * @param period the period of the cycle, in rounds; 0 unless the run ended in one
 * @param messages accepted rebids
 * @param replies replies computed: turns of a buyer that came after some news
 * @param staleReplies replies computed from news that was out of date
 * @param turns turns of buyers, with news or without
 * @param rounds the measures of every round, in order; the last is the end
 * @param measures the measures at the end
 * @param optimum the planner's optimum with its certificate
 * @param buyers the buyers' accounts at the end, by number
 * @param slacks G(λ̂) of each buyer's reply to the market at the end, $, by number: see {@link
 *     SufficientCondition}; NaN under strict ties
 * @param auctions the auctions at the end, by seller's number, with all bids
 * @param settlement what a mechanism that clears once left everybody with; none after auctions
 * @param trace every accepted bid in order; empty unless asked for
 * @param stateHash a hash of the final bids, reserves and counts
 */
public record RunResult(
    MarketModel model,
    Status status,
    int period,
    long messages,
    long replies,
    long staleReplies,
    long turns,
    List<RoundMeasures> rounds,
    Measures measures,
    PlannersOptimum optimum,
    List<BuyerAccount> buyers,
    List<Double> slacks,
    List<Auction> auctions,
    Optional<Settlement> settlement,
    List<TraceEntry> trace,
    String stateHash) {
  /** Copies the lists. */
  public RunResult {
    rounds = List.copyOf(rounds);
    buyers = List.copyOf(buyers);
    slacks = List.copyOf(slacks);
    auctions = List.copyOf(auctions);
    trace = List.copyOf(trace);
  }

  /** Where the sellers stand at the end, by number. */
  public List<SellerAccount> sellers() {
    return settlement.map(Settlement::sellers).orElseGet(() -> SellerAccount.of(auctions, buyers));
  }

  /** The market as it stands at the end, with all auctions and bids; only of auctions. */
  public Market market() {
    return Market.of(auctions, buyers.stream().map(BuyerAccount::bids).toList(), model.reach());
  }

  /**
   * Whether the end is an ε-Nash equilibrium: no buyer pays more than its budget, or can gain more
   * than ε by any bids.
   */
  public boolean isEpsilonNash() {
    return measures.overBudget() == 0 && measures.nashGap() <= model.epsilon();
  }

  /**
   * The share of buyers whose reply to the end is ε-best for certain, as its slack is at most ε; 1
   * without buyers, NaN under strict ties and where there are no bids.
   */
  public double sufficientShare() {
    return model.ties() == TieRule.STRICT || settlement.isPresent()
        ? Double.NaN
        : slacks.stream()
            .mapToDouble(slack -> slack <= model.epsilon() ? 1 : 0)
            .average()
            .orElse(1);
  }

  /** The mean utility of the buyers, $; NaN without buyers. */
  public double utilityMean() {
    return utilities().getMean();
  }

  /** The standard deviation of the buyers' utilities, over all of them, $; NaN without buyers. */
  public double utilityDeviation() {
    return Math.sqrt(utilities().getPopulationVariance());
  }

  private SummaryStatistics utilities() {
    SummaryStatistics utilities = new SummaryStatistics();
    buyers.forEach(account -> utilities.addValue(account.utility()));
    return utilities;
  }

  /**
   * The highest clearing price of a seller less the lowest, $/GB; NaN when nothing is sold.
   *
   * @see FinalMeasures#clearing
   */
  public double clearingSpread() {
    SummaryStatistics prices = new SummaryStatistics();
    clearingPrices().filter(price -> !Double.isNaN(price)).forEach(prices::addValue);
    return prices.getN() == 0 ? Double.NaN : prices.getMax() - prices.getMin();
  }

  /** By seller's number, without the rest of their accounts, which studies need not. */
  private DoubleStream clearingPrices() {
    return settlement
        .map(end -> end.sellers().stream().mapToDouble(SellerAccount::clearing))
        .orElseGet(() -> auctions.stream().mapToDouble(FinalMeasures::clearing));
  }
}
