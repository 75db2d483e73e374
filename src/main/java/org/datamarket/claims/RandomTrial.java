package org.datamarket.claims;

import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.claims.Claim.Decision;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;
import org.datamarket.claims.search.ClaimCount;
import org.datamarket.claims.search.KnownShare;
import org.datamarket.claims.search.RandomStates;
import org.datamarket.claims.search.Tally;
import org.datamarket.market.TieRule;

/**
 * Claims on random states of small markets, which nobody has played.
 *
 * @param seed of the states, any 64-bit number
 * @param states how many, at least 1
 */
public record RandomTrial(long seed, int states) {

  /** Is told how far the work is. */
  @FunctionalInterface
  public interface Listener {
    /** So many of all states that are judged are done. */
    void done(long done, long of);
  }

  /**
   * Judges claims on the states, and, if it is known of any of them how often they fail among plain
   * opt-out buyers, on as many states of these.
   *
   * @param threads at least 1
   * @param listener is told now and then
   * @throws InterruptedException if the thread is interrupted
   */
  public Scorecard card(Selection selection, int threads, Listener listener)
      throws InterruptedException {
    boolean compares = KnownShare.isOfAny(selection.claims());
    long all = compares ? 2L * states : states;
    Tally tally =
        Tally.of(
            selection.claims(),
            new RandomStates(seed, TieRule.PROPORTIONAL),
            states,
            threads,
            done -> listener.done(done, all));
    List<KnownShare> known =
        compares
            ? KnownShare.of(
                selection.claims(),
                seed,
                states,
                threads,
                done -> listener.done(states + done, all))
            : List.of();
    return new Scorecard(
        "random states · seed %s".formatted(seed),
        ("Judged on %s random states of markets of 1 to 5 buyers and 1 to 3 sellers, with any bids:"
                + " a case is a buyer, or a state; its name in a verdict is its number in the row.")
            .formatted(states),
        "$",
        List.of(seed),
        new Scores(tally.counts().stream().map(this::score).toList(), List.of()),
        Look.atStates(),
        known);
  }

  private Score score(ClaimCount count) {
    boolean isSearch = count.claim().about().decision() == Decision.SEARCH;
    boolean fails = count.violated() > 0;
    Case place = new Case(seed, 0, false, "state-%s".formatted(count.worstState()));
    Finding worst =
        new Finding(place, count.worst(), fails ? 0 : Double.POSITIVE_INFINITY, isSearch, "");
    return new Score(
        Subject.of(count.claim()),
        count.cases(),
        count.cases() - count.violated(),
        count.notApplicable(),
        isSearch,
        count.cases() == 0 ? Optional.empty() : Optional.of(worst));
  }
}
