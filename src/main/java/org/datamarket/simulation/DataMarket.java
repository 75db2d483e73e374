package org.datamarket.simulation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.Ledger;
import org.datamarket.analysis.Status;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.random.RandomStreams;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.RebidRule.Decision;
import sim.engine.Sequence;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * The market as a MASON model: buyers and sellers step on its schedule, round by round, until
 * nobody bids again (docs/model.md §6). A round is one unit of simulated time: buyers, delivery of
 * their bids, sellers, measurement.
 *
 * <p>{@link #start} draws the market from its source and the seed; then step the schedule until
 * {@link #status} is no longer {@link Status#RUNNING}.
 */
public class DataMarket extends SimState {
  private static final long serialVersionUID = 1;

  private final ModelSource source;
  private final Options options;
  private long seed;
  private MarketModel model;
  private Market market;
  private List<Buyer> buyers = List.of();
  private List<Seller> sellers = List.of();
  private Ledger ledger;
  private Monitor monitor = new Monitor(false, false);
  private Exchange exchange;
  private Turns turns = new Turns(List.of(), false);
  private transient TurnWatcher watcher;
  private transient Map<Integer, Optional<LastTurn>> watched;

  /**
   * How a run is watched; none of it changes its results.
   *
   * @param skipsUnchanged whether buyers without news are skipped, rather than asked again
   * @param traces whether every accepted bid is kept
   */
  public record Options(boolean skipsUnchanged, boolean traces) implements Serializable {
    /** Skips, and keeps no trace. */
    public static final Options DEFAULT = new Options(true, false);
  }

  /**
   * A market, not started yet.
   *
   * @param seed any 64-bit number
   * @param source where the market comes from
   */
  public DataMarket(long seed, ModelSource source, Options options) {
    super(seed);
    this.seed = seed;
    this.source = source;
    this.options = options;
  }

  /** A market, not started yet, that skips buyers without news and keeps no trace. */
  public DataMarket(long seed, ModelSource source) {
    this(seed, source, Options.DEFAULT);
  }

  /**
   * Runs a market in MASON's own loop: {@code -model FILE} and MASON's options, which {@code -help}
   * lists. For those who know MASON; its loop leaves with 0 whatever happens once it has begun, and
   * takes no seed 0. {@code datamarket run} does better.
   */
  public static void main(String[] arguments) {
    try {
      MasonLoop.check(arguments);
    } catch (IllegalArgumentException mistake) {
      System.err.println("datamarket: " + mistake.getMessage());
      System.exit(2);
    }
    doLoop(new MasonLoop(), arguments);
  }

  /** The seed, with all its 64 bits. */
  @Override
  public long seed() {
    return seed;
  }

  /** Sets the seed, with all its 64 bits, from the next start on. */
  @Override
  public void setSeed(long newSeed) {
    super.setSeed(newSeed);
    seed = newSeed;
  }

  /** Draws the market and schedules its agents. */
  @Override
  public void start() {
    super.start();
    RandomStreams streams = new RandomStreams(seed);
    random.setSeed(streams.words(RandomStreams.ACTIVATION));
    model = source.draw(seed);
    market = model.opening();
    monitor = new Monitor(options.traces(), model.activation().isDeterministic());
    enrol();
    watched = null;
    turns = new Turns(List.of(), false);
    ledger = new Ledger(model, buyers.stream().map(Buyer::terms).toList(), market);
    scheduleBuyers(streams);
  }

  private void enrol() {
    List<Buyer> newBuyers = new ArrayList<>();
    for (BuyerSpec spec : model.buyers()) {
      BuyerTerms terms = new BuyerTerms(spec.valuation(), spec.budget(), model.epsilon());
      newBuyers.add(new Buyer(newBuyers.size(), spec, terms));
    }
    buyers = List.copyOf(newBuyers);
    List<Seller> newSellers = new ArrayList<>();
    for (SellerSpec spec : model.sellers()) {
      newSellers.add(new Seller(newSellers.size(), spec));
    }
    sellers = List.copyOf(newSellers);
  }

  private void scheduleBuyers(RandomStreams streams) {
    if (model.design() instanceof Mechanism mechanism) {
      exchange = new DirectExchange(market);
      schedule.scheduleRepeating(0.0, Phase.BUYERS, new ClearingHouse(mechanism));
      schedule.scheduleRepeating(0.0, Phase.MEASUREMENT, monitor);
    } else if (model.activation() instanceof Activation.Asynchronous asynchronous) {
      double unit = asynchronous.gap().mean();
      RandomGenerator delays = streams.stream(RandomStreams.DELAYS);
      exchange = new DelayedExchange(market, schedule, asynchronous.delay(), unit, delays);
      RandomGenerator activation = streams.stream(RandomStreams.ACTIVATION);
      for (Buyer buyer : buyers) {
        new WakeUp(buyer, asynchronous.gap(), activation).begin(this);
      }
      scheduleRoundEnd(1);
    } else if (model.activation() instanceof Activation.Sequential sequential) {
      exchange = new DirectExchange(market);
      scheduleTurns(sequential.randomOrder());
      scheduleRoundEnd(0);
    } else {
      BatchExchange batch = new BatchExchange(market);
      exchange = batch;
      scheduleTurns(false);
      schedule.scheduleRepeating(0.0, Phase.DELIVERY, batch);
      scheduleRoundEnd(0);
    }
  }

  private void scheduleTurns(boolean randomOrder) {
    turns = new Turns(buyers, randomOrder);
    schedule.scheduleRepeating(0.0, Phase.BUYERS, turns);
  }

  private void scheduleRoundEnd(double first) {
    schedule.scheduleRepeating(
        first, Phase.SELLERS, new Sequence(sellers.toArray(Steppable[]::new)));
    schedule.scheduleRepeating(first, Phase.MEASUREMENT, monitor);
  }

  /**
   * Takes one buyer's turn before the schedule comes to it, so that the market can be seen between
   * two turns of a round. The last turn of a round is not taken so: the next step of the schedule
   * takes it, and ends the round. Whoever plays by turns comes to the same results, to the last
   * bit.
   *
   * @return whether a turn was taken; never where buyers wake up at times of their own, each of
   *     which is a step of the schedule
   */
  public boolean takeTurn() {
    return status() == Status.RUNNING && turns.takeOne(this);
  }

  /** How many turns of the round under way have been taken by {@link #takeTurn}. */
  public int turnsTaken() {
    return turns.taken();
  }

  /** The time of what happens now, in rounds; only once started. */
  public double now() {
    return model.activation() instanceof Activation.Asynchronous
        ? schedule.getTime()
        : monitor.round();
  }

  /** Steps the schedule until the run is over or so many rounds have ended in all. */
  public void playUntil(int round) {
    while (monitor.status() == Status.RUNNING && monitor.round() < round && schedule.step(this)) {
      // every step is one moment of simulated time
    }
  }

  /** Where the market comes from. */
  public ModelSource source() {
    return source;
  }

  /** Whether it has been started, so that there are a model, buyers and sellers. */
  public boolean isStarted() {
    return model != null;
  }

  /** The market as drawn; only once started. */
  public MarketModel model() {
    return model;
  }

  /** All auctions and bids as they stand; only once started. */
  public Market market() {
    return market;
  }

  /**
   * What a buyer would see if it took its turn now, and the bids that it has sent; only once
   * started. Where messages take time it may lag behind {@link #market}. Asking changes nothing.
   */
  public BuyerView seenBy(int buyer) {
    return exchange.preview(buyer);
  }

  /**
   * Keeps what a buyer sees at each of its turns from now on, for {@link #lastTurn}; only once
   * started. It changes no result, ends with the next start, and no checkpoint has it.
   */
  public void watch(int buyer) {
    if (watched == null) {
      watched = new HashMap<>();
    }
    watched.putIfAbsent(buyer, Optional.empty());
  }

  /** A buyer's last turn; empty if it had none since it is {@linkplain #watch watched}. */
  public Optional<LastTurn> lastTurn(int buyer) {
    return watched == null ? Optional.empty() : watched.getOrDefault(buyer, Optional.empty());
  }

  void turnTaken(int buyer, BuyerView view) {
    if (watched != null && watched.containsKey(buyer)) {
      watched.put(buyer, Optional.of(new LastTurn(monitor.round() + 1, view)));
    }
  }

  /** The buyers, by number. */
  public List<Buyer> buyers() {
    return buyers;
  }

  /** The sellers, by number. */
  public List<Seller> sellers() {
    return sellers;
  }

  /** The buyers' accounts at the end of the last round; only once started. */
  public Ledger ledger() {
    return ledger;
  }

  /** The counts and measures of the run. */
  public Monitor monitor() {
    return monitor;
  }

  /** How the run stands. */
  public Status status() {
    return monitor.status();
  }

  Exchange exchange() {
    return exchange;
  }

  /** Tells somebody of every turn from now on; a checkpoint does not remember whom. */
  public void watchTurns(TurnWatcher newWatcher) {
    watcher = newWatcher;
  }

  /** A buyer is about to take a turn. */
  void turnBegins(int buyer) {
    if (watcher != null) {
      watcher.turnBegins(this, buyer);
    }
  }

  /** Whether every accepted bid is kept. */
  public boolean traces() {
    return options.traces();
  }

  boolean skipsUnchanged() {
    return options.skipsUnchanged();
  }

  /** What each buyer would decide as the market stands, by number. */
  public List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    for (Buyer buyer : buyers) {
      decisions.add(buyer.decide(market.view(buyer.number())));
    }
    return decisions;
  }

  /**
   * The largest gain that any one buyer within its budget could have by the reply of its own
   * strategy, as the market stands, $, at least 0.
   */
  public double restrictedGap() {
    return restrictedGap(decisions());
  }

  /** The same of decisions at hand. */
  public static double restrictedGap(List<Decision> decisions) {
    return decisions.stream()
        .filter(decision -> !decision.isOverBudget())
        .mapToDouble(Decision::gain)
        .reduce(0, Math::max);
  }

  /**
   * A hash of all that the market's future depends on but the random streams: see {@link
   * StateHash}.
   */
  public String stateHash() {
    return StateHash.of(this);
  }

  /** The title of MASON's charts. */
  @Override
  public String toString() {
    return model == null ? "Data Market" : model.name();
  }
}
