package org.datamarket.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Subject;
import org.datamarket.claims.search.EvidenceText;
import org.datamarket.model.MarketModel;
import org.datamarket.output.Figures;

/**
 * How a case in which a claim failed is looked at again.
 *
 * @param run the model file and the values that are set in it, as words of a command line; none
 *     where nothing was played
 * @param seed that the model has anyway; empty if it is to be named
 * @param words evidence with the names of the model
 */
public record Look(List<String> run, OptionalLong seed, EvidenceText words) {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@%+-]+");

  /** What the end of a run says itself. */
  private static final Set<String> SAID_BY_RUN = Set.of("eps-nash", "eps-nash-2", "converges");

  /** Copies the list. */
  public Look {
    run = List.copyOf(run);
  }

  /**
   * At a market that was played.
   *
   * @param namesSeed whether it has another seed than its file
   */
  public static Look at(MarketModel model, List<String> run, boolean namesSeed) {
    return new Look(
        run,
        namesSeed ? OptionalLong.empty() : OptionalLong.of(model.seed()),
        new EvidenceText(
            i -> model.buyers().get(i).id(), j -> model.sellers().get(j).id(), Figures::of));
  }

  /** At states that nobody has played. */
  public static Look atStates() {
    return new Look(
        List.of(),
        OptionalLong.empty(),
        new EvidenceText("b%s"::formatted, "s%s"::formatted, Figures::of));
  }

  /** What is to be seen in a case; empty if nothing. */
  String evidence(Finding finding) {
    return words.of(finding.evidence());
  }

  /** The command that shows a case, or one that makes a small market that does; empty if none. */
  Optional<String> command(Subject subject, Case place) {
    if (run.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of("datamarket"));
    boolean isOfBuyer = !place.buyer().isEmpty();
    boolean saysIt = SAID_BY_RUN.contains(subject.id());
    if (isOfBuyer) {
      command.add("explain");
    } else {
      command.add(saysIt ? "run" : "claims");
    }
    command.addAll(run);
    if (seed.isEmpty() || place.seed() != seed.getAsLong()) {
      command.addAll(List.of("--seed", Long.toString(place.seed())));
    }
    if (isOfBuyer) {
      command.add(place.buyer());
      if (!place.atEnd()) {
        command.addAll(List.of("--round", Integer.toString(place.round()), "--turn"));
      }
    } else if (!saysIt) {
      command.addAll(List.of("--claims", subject.id(), "--counterexamples"));
    }
    return Optional.of(String.join(" ", command.stream().map(Look::quoted).toList()));
  }

  /** A word as a shell reads it. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'%s'".formatted(word.replace("'", "'\\''"));
  }
}
