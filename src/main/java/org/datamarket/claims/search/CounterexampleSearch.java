package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.market.Market;
import org.datamarket.market.TieRule;
import org.datamarket.model.MarketModel;

/**
 * Looks for small counterexamples: shrinks markets in which a claim fails, and keeps the smallest.
 *
 * @param seed of the random states from which it starts
 * @param states how many of each tie rule are looked at, at most
 * @param starts from how many that refute a claim it starts, at most, of each kind
 * @param stopped whether to stop, asked again and again; what is found then means nothing
 */
public record CounterexampleSearch(long seed, long states, int starts, BooleanSupplier stopped) {
  private static final long USUAL_STATES = 20_000;
  private static final int USUAL_STARTS = 12;

  /** As many states as find a counterexample to everything that is known to fail. */
  public static CounterexampleSearch usual(long seed) {
    return among(seed, USUAL_STATES);
  }

  /** The same where so many states were tried, if that is more. */
  public static CounterexampleSearch among(long seed, long states) {
    return new CounterexampleSearch(
        seed, Math.max(USUAL_STATES, states), USUAL_STARTS, () -> false);
  }

  /** The same, to be stopped. */
  public CounterexampleSearch until(BooleanSupplier stop) {
    return new CounterexampleSearch(seed, states, starts, stop);
  }

  /**
   * Small random markets that refute a claim: the smallest, and, if it has ties, the smallest of
   * those that have none. Strict ties are tried where no market with proportional ones refutes it.
   */
  public List<Counterexample> against(Claim claim) {
    List<Counterexample> proportional = against(claim, TieRule.PROPORTIONAL);
    return proportional.isEmpty() ? against(claim, TieRule.STRICT) : proportional;
  }

  private List<Counterexample> against(Claim claim, TieRule ties) {
    return distinct(
        Question.about(claim).stream()
            .map(question -> smallest(question, random(ties, question)))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Random markets that refute a claim, as many with the usual ε as with any other. */
  private Stream<MarketModel> random(TieRule ties, Question question) {
    RandomStates row = new RandomStates(seed, ties);
    List<MarketModel> usual = new ArrayList<>();
    List<MarketModel> others = new ArrayList<>();
    for (long k = 0;
        !stopped.getAsBoolean() && k < states && usual.size() + others.size() < 2 * starts;
        k++) {
      MarketModel drawn = row.state(k);
      List<MarketModel> alike = drawn.epsilon() == Counterexample.USUAL_FEE ? usual : others;
      MarketModel model = question.isAtRest() ? Edits.unplayed(drawn) : drawn;
      if (alike.size() < starts && fails(question, model)) {
        alike.add(model);
      }
    }
    return Stream.concat(usual.stream(), others.stream());
  }

  /**
   * Small markets that refute a claim, made from one that was tried, or from random ones where it
   * does not fail clearly there.
   *
   * @param model as it was drawn
   * @param market its bids and reserves when the claim failed
   */
  public List<Counterexample> from(Claim claim, MarketModel model, Market market) {
    List<Counterexample> found =
        distinct(
            Question.about(claim).stream()
                .map(
                    question ->
                        smallest(question, starts(question, model, market))
                            .or(() -> smallest(question, random(TieRule.PROPORTIONAL, question))))
                .flatMap(Optional::stream)
                .toList());
    return found.isEmpty() ? against(claim, TieRule.STRICT) : found;
  }

  /** Whether a claim fails there; no more once it is stopped. */
  private boolean fails(Question question, MarketModel model) {
    return !stopped.getAsBoolean() && question.fails(model);
  }

  private Stream<MarketModel> starts(Question question, MarketModel model, Market market) {
    return Stream.of(question.isAtRest() ? model : Edits.beginning(model, market))
        .map(Edits::inOrder)
        .filter(start -> fails(question, start));
  }

  /** A market without ties says nothing new if the smallest has none. */
  private static List<Counterexample> distinct(List<Counterexample> found) {
    List<Counterexample> distinct = new ArrayList<>();
    for (Counterexample one : found) {
      boolean isKnown = distinct.stream().anyMatch(other -> one.question().fails(other.model()));
      if (!isKnown) {
        distinct.add(one);
      }
    }
    return distinct;
  }

  private Optional<Counterexample> smallest(Question question, Stream<MarketModel> from) {
    return from.map(model -> shrunk(question, model)).min(Counterexample.BY_SIZE);
  }

  /** The buyer for whom a claim fails takes the first turn, before anything has changed. */
  private static MarketModel withVictimFirst(Question question, MarketModel model) {
    return question.ask(model).stream()
        .flatMapToInt(found -> found.buyer().stream())
        .mapToObj(buyer -> Edits.withFirst(model, buyer))
        .findFirst()
        .orElse(model);
  }

  private Counterexample shrunk(Question question, MarketModel model) {
    MarketModel bare = question.isAtRest() ? Edits.withoutBids(model) : model;
    MarketModel shrunk = Shrinker.shrink(bare, smaller -> fails(question, smaller));
    MarketModel small = question.isAtRest() ? shrunk : withVictimFirst(question, shrunk);
    return new Counterexample(
        question,
        Edits.named(small, Counterexample.name(question), Counterexample.description(question)));
  }
}
