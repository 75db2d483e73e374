package org.datamarket.gui.display;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.Settlement;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.supremum.InfluenceSets;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.simulation.DataMarket;

/** The market as it stood at the end of a round, or before the first: what is drawn. Immutable. */
public final class Snapshot {
  private final MarketModel model;
  private final String title;
  private final BuyerAccount[] accounts;
  private final double[] sold;
  private final double[] reserves;
  private final boolean[][] changed;
  private final InfluenceSets influence;
  private final boolean paid;
  private final Optional<RoundMeasures> measures;
  private final Status status;
  private final int round;
  private final int period;
  private final int liveBids;
  private final int changedBids;
  private final Scale prices;
  private final Scale utilities;

  private Snapshot(DataMarket market, Optional<Snapshot> before, String title) {
    this.model = market.model();
    this.title = title;
    this.accounts =
        IntStream.range(0, market.market().buyers())
            .mapToObj(market.ledger()::account)
            .toArray(BuyerAccount[]::new);
    this.sold =
        IntStream.range(0, market.market().sellers()).mapToDouble(market.ledger()::sold).toArray();
    this.reserves =
        IntStream.range(0, sold.length)
            .mapToDouble(j -> market.market().auction(j).reserve())
            .toArray();
    this.paid = market.ledger().settlement().map(Snapshot::isPaid).orElse(true);
    this.influence =
        model.isClearedOnce()
            ? new InfluenceSets(List.of(accounts), quantities(model))
            : new InfluenceSets(market.market());
    List<RoundMeasures> rounds = market.monitor().rounds();
    this.round = rounds.size();
    this.measures = round == 0 ? Optional.empty() : Optional.of(rounds.get(round - 1));
    this.status = market.status();
    this.period = market.monitor().period();
    this.changed = new boolean[accounts.length][];
    int live = 0;
    int fresh = 0;
    for (int i = 0; i < accounts.length; i++) {
      boolean later = before.isPresent() && !model.isClearedOnce();
      Bids old = later ? before.get().accounts[i].bids() : accounts[i].bids();
      changed[i] = changes(old, accounts[i].bids());
      live += changed[i].length;
      for (boolean one : changed[i]) {
        fresh += one ? 1 : 0;
      }
    }
    this.liveBids = live;
    this.changedBids = fresh;
    this.prices = before.map(Snapshot::prices).orElse(Scale.NONE).fitting(winningPrices());
    this.utilities = before.map(Snapshot::utilityScale).orElse(Scale.NONE).fitting(utilities());
  }

  /**
   * The market before its first round, or as read from a checkpoint.
   *
   * @param title what runs
   */
  public static Snapshot of(DataMarket market, String title) {
    return new Snapshot(market, Optional.empty(), title);
  }

  /** The market a round later. */
  public Snapshot next(DataMarket market) {
    return new Snapshot(market, Optional.of(this), title);
  }

  private static boolean[] changes(Bids old, Bids now) {
    boolean[] changes = new boolean[now.size()];
    if (old != now) {
      for (int k = 0; k < changes.length; k++) {
        Bid before = old.at(now.seller(k));
        changes[k] = !before.equals(now.bid(k));
      }
    }
    return changes;
  }

  private double[] winningPrices() {
    double[] prices = new double[liveBids];
    int count = 0;
    for (BuyerAccount account : accounts) {
      for (int k = 0; k < account.bids().size(); k++) {
        if (account.allocations()[k] > 0) {
          prices[count++] = account.bids().bid(k).price();
        }
      }
    }
    return Arrays.copyOf(prices, count);
  }

  private double[] utilities() {
    return Arrays.stream(accounts)
        .mapToDouble(BuyerAccount::utility)
        .filter(utility -> !Double.isNaN(utility))
        .toArray();
  }

  private static boolean isPaid(Settlement settlement) {
    return !Double.isNaN(settlement.measures().surplus().paid());
  }

  private static double[] quantities(MarketModel model) {
    return model.sellers().stream().mapToDouble(SellerSpec::quantity).toArray();
  }

  /** The model. */
  public MarketModel model() {
    return model;
  }

  /** Whether a mechanism clears the market once: what stands as a bid is a delivery then. */
  public boolean isClearedOnce() {
    return model.isClearedOnce();
  }

  /** Whether buyers pay: not where a planner decides. */
  public boolean isPaid() {
    return paid;
  }

  /** What runs, in a line. */
  public String title() {
    return title;
  }

  /** How many buyers there are. */
  public int buyers() {
    return accounts.length;
  }

  /** How many sellers there are. */
  public int sellers() {
    return sold.length;
  }

  /** Where a buyer stands. */
  public BuyerAccount account(int buyer) {
    return accounts[buyer];
  }

  /** What a seller has sold, GB. */
  public double sold(int seller) {
    return sold[seller];
  }

  /** A seller's reserve, $/GB. */
  public double reserve(int seller) {
    return reserves[seller];
  }

  /** Who wins where, and whom that concerns. */
  public InfluenceSets influence() {
    return influence;
  }

  /** Whether the k-th live bid of a buyer is not what it was a round before. */
  public boolean isChanged(int buyer, int k) {
    return changed[buyer][k];
  }

  /** How many rounds are over. */
  public int round() {
    return round;
  }

  /** The measures of the last round; not before the first. */
  public RoundMeasures measures() {
    return measures.orElseThrow(() -> new IllegalStateException("there has been no round yet"));
  }

  /** How the run stands. */
  public Status status() {
    return status;
  }

  /** The period of the cycle it ended in, rounds; 0 otherwise. */
  public int period() {
    return period;
  }

  /** How many bids stand. */
  public int liveBids() {
    return liveBids;
  }

  /** How many of them are not what they were a round before. */
  public int changedBids() {
    return changedBids;
  }

  /** The scale of bid prices, $/GB. */
  public Scale prices() {
    return prices;
  }

  /** The scale of utilities, $. */
  public Scale utilityScale() {
    return utilities;
  }
}
