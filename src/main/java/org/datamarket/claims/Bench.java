package org.datamarket.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Judge;
import org.datamarket.analysis.score.Judge.Moment;
import org.datamarket.analysis.score.Subject;
import org.datamarket.model.MarketModel;

/**
 * Tries claims on played markets: at the end for every buyer, and on a sample of turns on the way
 * for the buyer whose turn it is; those about whole markets at the end and, unless they need rest,
 * on the bids with which a market begins. Claims that take long are judged at fewer of these. What
 * comes of it depends on the markets, the seeds and the sampling, not on the number of threads.
 */
public final class Bench {
  /** How many cases one task judges, so that states are not made anew for each. */
  private static final int AT_ONCE = 64;

  private final Selection selection;
  private final Sampling sampling;
  private final List<Subject> subjects;

  /** Is told how far the work is, from any thread. */
  public interface Listener {
    /** A market was played to its end. */
    void played();

    /** Claims were judged in some more cases. */
    void judged(int cases);

    /** Whether the work is to stop. */
    boolean isStopped();
  }

  /** A bench for some claims. */
  public Bench(Selection selection, Sampling sampling) {
    this.selection = selection;
    this.sampling = sampling;
    this.subjects = selection.subjects();
  }

  /**
   * Plays a market once for each seed, and judges; empty if it was stopped.
   *
   * @param draw the market of a seed
   * @param threads at least 1
   * @throws UndrawableMarket if a market cannot be drawn from one of the seeds
   */
  public Optional<Scores> judge(
      List<Long> seeds, LongFunction<MarketModel> draw, int threads, Listener listener) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      Sheet sheet = new Sheet(subjects);
      ForkJoinTask<List<Sheet>> work =
          pool.submit(
              () ->
                  seeds.parallelStream().map(seed -> sheet(drawn(draw, seed), listener)).toList());
      work.join().forEach(sheet::add);
      return listener.isStopped()
          ? Optional.empty()
          : Optional.of(new Scores(sheet.scores(), sheet.failures()));
    } finally {
      pool.shutdown();
    }
  }

  private static MarketModel drawn(LongFunction<MarketModel> draw, long seed) {
    try {
      return draw.apply(seed);
    } catch (IllegalArgumentException refused) {
      throw new UndrawableMarket(refused);
    }
  }

  private Sheet sheet(MarketModel model, Listener listener) {
    Sheet sheet = new Sheet(subjects);
    BooleanSupplier stopped = listener::isStopped;
    PlayedMarket.play(model, sampling, stopped)
        .ifPresent(
            played -> {
              listener.played();
              tasks(played).parallelStream()
                  .map(task -> stopped.getAsBoolean() ? new Sheet(subjects) : done(task, listener))
                  .toList()
                  .forEach(sheet::add);
            });
    return sheet;
  }

  /** A part of the work, and in how many cases it judges. */
  private record Task(int cases, Supplier<Sheet> work) {}

  private static Sheet done(Task task, Listener listener) {
    Sheet sheet = task.work().get();
    listener.judged(task.cases());
    return sheet;
  }

  /** The whole work on a played market, in the order in which its cases count. */
  private List<Task> tasks(PlayedMarket played) {
    List<Task> tasks = new ArrayList<>();
    for (int k = 0; k < played.turns().size(); k++) {
      int place = k;
      tasks.add(new Task(1, () -> atTurn(played, place)));
    }
    int buyers = played.model().buyers().size();
    for (int from = 0; from < buyers; from += AT_ONCE) {
      int first = from;
      int end = Math.min(buyers, from + AT_ONCE);
      tasks.add(new Task(end - first, () -> atEnd(played, first, end)));
    }
    for (int c = 0; c < selection.claims().size(); c++) {
      if (selection.claims().get(c) instanceof MarketClaim claim) {
        int place = c;
        if (!claim.about().needsRest()) {
          tasks.add(new Task(1, () -> atBeginning(played, claim, place)));
        }
        tasks.add(new Task(1, () -> ofMarket(played, claim, place)));
      }
    }
    if (selection.hasConverges()) {
      tasks.add(new Task(1, () -> ofPlay(played)));
    }
    return tasks;
  }

  private Sheet atTurn(PlayedMarket played, int place) {
    Turn turn = played.turns().get(place);
    Sheet sheet = new Sheet(subjects);
    State state = new State(played.model(), turn.market());
    boolean isOfFew = contains(played.fewTurns(), place);
    judge(sheet, played, state, turn.buyer(), isOfFew, new Moment(turn.round(), false));
    return sheet;
  }

  private Sheet atEnd(PlayedMarket played, int from, int to) {
    Sheet sheet = new Sheet(subjects);
    State state = new State(played.model(), played.market());
    for (int buyer = from; buyer < to; buyer++) {
      judge(sheet, played, state, buyer, contains(played.fewBuyers(), buyer), end(played));
    }
    return sheet;
  }

  private void judge(
      Sheet sheet, PlayedMarket played, State state, int buyer, boolean isOfFew, Moment moment) {
    Judge judge = new Judge(played.model().seed());
    for (int c = 0; c < selection.claims().size(); c++) {
      Claim claim = selection.claims().get(c);
      if (claim instanceof BuyerClaim ofBuyer && (isOfFew || claim.about().cheap())) {
        sheet.add(c, judge.of(ofBuyer, state, buyer, moment));
      }
    }
  }

  private Sheet atBeginning(PlayedMarket played, MarketClaim claim, int place) {
    Sheet sheet = new Sheet(subjects);
    State state = State.beginning(played.model());
    sheet.add(place, new Judge(played.model().seed()).of(claim, state, new Moment(1, false)));
    return sheet;
  }

  private Sheet ofMarket(PlayedMarket played, MarketClaim claim, int place) {
    Sheet sheet = new Sheet(subjects);
    State state = new State(played.model(), played.market());
    sheet.add(place, new Judge(played.model().seed()).of(claim, state, end(played)));
    return sheet;
  }

  private Sheet ofPlay(PlayedMarket played) {
    Sheet sheet = new Sheet(subjects);
    sheet.add(selection.claims().size(), Converges.judge(played));
    return sheet;
  }

  private static Moment end(PlayedMarket played) {
    return new Moment(played.rounds(), true);
  }

  private static boolean contains(int[] ascending, int number) {
    return Arrays.binarySearch(ascending, number) >= 0;
  }
}
