package org.datamarket.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.mechanism.MarketDesign;
import org.datamarket.mechanism.quantized.SellerChoice;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.Few;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.PoolChoice;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.SellerStrategy;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/**
 * Auctions of the sellers' own, played by rounds: either as each buyer and seller of a model has
 * it, or all by the same strategies (docs/mechanisms.md §1).
 */
public enum PlayedDesign implements MarketDesign {
  /** As the model says of each. */
  AUCTIONS(
      "auctions", "Every seller's own auction, played by the strategies that the model gives."),
  /** The paper's strategy. */
  OPT_OUT(
      "opt-out",
      "Auctions with opt-out buyers and fixed reserves.",
      new OptOut(),
      new FixedReserve()),
  /** The same with progressive reserves. */
  OPT_OUT_PROGRESSIVE(
      "opt-out-progressive",
      "Auctions with opt-out buyers and progressive reserves.",
      new OptOut(),
      new ProgressiveReserve()),
  /** Sellers ranked by what is left at no rival's price. */
  UNCONTESTED(
      "uncontested",
      "Auctions with opt-out buyers that rank sellers by what no bid at their price asks for, and"
          + " fixed reserves.",
      new OptOut(RankingOrder.UNCONTESTED, Shortfall.PARTIAL, Shading.UTILITY),
      new FixedReserve()),
  /** The cheapest of the pools that are large enough. */
  CHEAPEST_POOL(
      "cheapest-pool",
      "Auctions with opt-out buyers that take the cheapest pool, and fixed reserves.",
      new OptOut(RankingOrder.RESIDUAL, PoolChoice.CHEAPEST, Shortfall.PARTIAL, Shading.UTILITY),
      new FixedReserve()),
  /** The fewest sellers that make no difference. */
  FEW(
      "few",
      "Auctions with buyers that bid at the fewest sellers that make next to no difference, and"
          + " fixed reserves.",
      new Few(),
      new FixedReserve()),
  /** The exact best reply. */
  WATERFILL(
      "waterfill",
      "Auctions with buyers that take the cheapest units first, and fixed reserves.",
      new Waterfill(),
      new FixedReserve()),
  /** The other reading of the pool. */
  CUMULATIVE(
      "cumulative",
      "Auctions with buyers that fill sellers up one after the other, and fixed reserves.",
      new Cumulative(),
      new FixedReserve()),
  /** Lazar and Semret's auction. */
  LAZAR_SEMRET(
      "lazar-semret",
      "Lazar and Semret's auction, with strict ties: each buyer goes to one seller in its reach,"
          + " drawn once, and bids truthfully there.",
      new Rules(new TruthfulSingle(), new FixedReserve(), TieRule.STRICT, true)),
  /** The same with shares at ties. */
  TUFFIN(
      "tuffin",
      "Lazar and Semret's auction with Tuffin's ties, shared in proportion: each buyer goes to one"
          + " seller in its reach, drawn once, and bids truthfully there.",
      new Rules(new TruthfulSingle(), new FixedReserve(), TieRule.PROPORTIONAL, true));

  private final String key;
  private final String meaning;
  private final Optional<Rules> rules;

  /**
   * What all do.
   *
   * @param oneSeller whether each buyer goes to one seller only
   */
  private record Rules(
      BuyerStrategy buyers, SellerStrategy sellers, TieRule ties, boolean oneSeller) {}

  PlayedDesign(String key, String meaning) {
    this(key, meaning, Optional.empty());
  }

  PlayedDesign(String key, String meaning, BuyerStrategy buyers, SellerStrategy sellers) {
    this(key, meaning, new Rules(buyers, sellers, TieRule.PROPORTIONAL, false));
  }

  PlayedDesign(String key, String meaning, Rules rules) {
    this(key, meaning, Optional.of(rules));
  }

  PlayedDesign(String key, String meaning, Optional<Rules> rules) {
    this.key = key;
    this.meaning = meaning;
    this.rules = rules;
  }

  @Override
  public String key() {
    return key;
  }

  /** What it is, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The market as it is played: the same people on the same draws. */
  MarketModel of(MarketModel drawn) {
    return rules.map(common -> of(drawn, common)).orElse(drawn);
  }

  private static MarketModel of(MarketModel drawn, Rules rules) {
    List<BuyerSpec> buyers =
        drawn.buyers().stream().map(buyer -> buyer.withStrategy(rules.buyers())).toList();
    List<SellerSpec> sellers =
        drawn.sellers().stream().map(seller -> seller.withStrategy(rules.sellers())).toList();
    MarketModel played = drawn.with(buyers, sellers, drawn.reach()).withTies(rules.ties());
    return rules.oneSeller() ? played.seeing(oneEach(drawn)) : played;
  }

  /** Each buyer sees its one seller only. */
  private static Reach oneEach(MarketModel drawn) {
    int[] chosen = SellerChoice.of(drawn.reach(), drawn.seed());
    int[][] seen =
        Arrays.stream(chosen)
            .mapToObj(seller -> seller == SellerChoice.NONE ? new int[0] : new int[] {seller})
            .toArray(int[][]::new);
    return Reach.of(seen, drawn.reach().sellers());
  }
}
