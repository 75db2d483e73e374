package org.datamarket.output;

import java.math.RoundingMode;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;

/**
 * One line on a run: how it ended, whether that is an equilibrium and if not why, how good it is.
 */
final class Verdict {
  private final RunResult result;
  private final double epsilon;
  private final double gap;

  private Verdict(RunResult result) {
    this.result = result;
    this.epsilon = result.model().epsilon();
    this.gap = result.measures().nashGap();
  }

  static String of(RunResult result) {
    Verdict verdict = new Verdict(result);
    return verdict.end() + "; " + verdict.equilibrium() + "; " + verdict.quality();
  }

  private String end() {
    String rounds = counted(result.rounds().size(), "round");
    return switch (result.status()) {
      case CONVERGED -> "converged after " + rounds;
      case CYCLE ->
          "does not converge: the last "
              + counted(result.period(), "round")
              + " of "
              + result.rounds().size()
              + " repeat for ever, a cycle";
      case ROUND_LIMIT -> "not converged within the limit of " + rounds;
      case RUNNING -> "stopped after " + rounds + ", before its end";
    };
  }

  private String equilibrium() {
    boolean rests = result.status() == Status.CONVERGED;
    if (Double.isNaN(gap)) {
      return (rests ? "whether it is an ε-Nash equilibrium is not known" : "no Nash gap")
          + ": under strict ties there is no exact best reply";
    }
    if (gap == 0) {
      return rests
          ? "a Nash equilibrium: no buyer can gain anything"
          : "yet no buyer can gain anything as the bids stand";
    }
    if (result.isEpsilonNash()) {
      return rests
          ? "an ε-Nash equilibrium: no buyer can gain " + within()
          : "yet no buyer can gain " + within() + " as the bids stand";
    }
    return (rests ? "not an ε-Nash equilibrium: " : "") + gainers();
  }

  private String within() {
    if (Figures.isNothing(gap)) {
      return "anything by other bids";
    }
    return gap == epsilon
        ? "more than ε = " + Figures.of(epsilon)
        : "more than "
            + Figures.apartFrom(gap, epsilon, RoundingMode.CEILING)
            + " ≤ ε = "
            + Figures.of(epsilon);
  }

  private String gainers() {
    int gainers = 0;
    int most = 0;
    for (int i = 0; i < result.buyers().size(); i++) {
      BuyerAccount account = result.buyers().get(i);
      gainers += account.nashGap() > epsilon ? 1 : 0;
      most = account.nashGap() > result.buyers().get(most).nashGap() ? i : most;
    }
    String id = result.model().buyers().get(most).id();
    String gain =
        Figures.apartFrom(gap, epsilon, RoundingMode.HALF_EVEN) + " > ε = " + Figures.of(epsilon);
    return gainers == 1
        ? "buyer " + id + " could gain " + gain + " by other bids, nobody else more than ε"
        : gainers
            + " of "
            + result.buyers().size()
            + " buyers could gain more than ε by other bids, "
            + id
            + " the most: "
            + gain;
  }

  private String quality() {
    double efficiency = result.measures().efficiency();
    return Double.isNaN(efficiency)
        ? "no welfare is possible here"
        : Figures.percent(efficiency) + " of the best possible welfare";
  }

  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
