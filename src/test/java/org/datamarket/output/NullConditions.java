package org.datamarket.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datamarket.analysis.RunResult;
import org.datamarket.market.TieRule;
import org.datamarket.model.Activation;

/** When a key of {@code summary.json} is null, as its meaning says, in words and as a check. */
public final class NullConditions {
  private static final Pattern NULL = Pattern.compile("[;,] null (.+)$");

  /** Every wording that a meaning may use. */
  static final Map<String, Predicate<RunResult>> WORDINGS =
      Map.of(
          "when nothing is sold", result -> result.measures().sold() == 0,
          "when the optimum is 0", result -> result.measures().optimum() == 0,
          "under strict ties", result -> result.model().ties() == TieRule.STRICT,
          "when there is no nash_gap", result -> result.model().ties() == TieRule.STRICT,
          "when nobody bids",
              result -> result.buyers().stream().allMatch(buyer -> buyer.bids().isEmpty()),
          "when there are no buyers", result -> result.model().buyers().isEmpty(),
          "if nowhere", result -> Notes.of(result).isEmpty(),
          "unless status is cycle", result -> !result.status().key().equals("cycle"),
          "otherwise", result -> !(result.model().activation() instanceof Activation.Sequential));

  private NullConditions() {}

  /** The words about null in the meaning of a key, if there are any. */
  static Optional<String> words(Column<RunResult> key) {
    Matcher matcher = NULL.matcher(key.meaning());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The keys that are null against their words, or not null against them. */
  public static List<String> broken(RunResult result) {
    Map<String, Object> summary = Summary.of(result);
    List<String> broken = new ArrayList<>();
    for (Column<RunResult> key : Summary.KEYS) {
      boolean said = words(key).map(NullConditions::check).orElse(run -> false).test(result);
      boolean isNull = summary.get(key.name()) == null;
      if (isNull != said) {
        broken.add("%s is %s".formatted(key.name(), summary.get(key.name())));
      }
    }
    return broken;
  }

  private static Predicate<RunResult> check(String words) {
    return Objects.requireNonNull(WORDINGS.get(words), words);
  }
}
