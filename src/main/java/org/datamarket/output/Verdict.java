package org.datamarket.output;

import java.math.RoundingMode;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.model.AgentNames;
import org.datamarket.model.BuyerSpec;

/**
 * How a run ended, whether that is an equilibrium and if not why, and how good it is: what it takes
 * to say so in one line.
 *
 * @param rounds played
 * @param period of the cycle, in rounds; of no meaning unless the run ended in one
 * @param epsilon ε, money
 * @param gap the Nash gap, money; NaN if there is none
 * @param gainers buyers that could gain more than ε
 * @param buyers in all
 * @param greediest the buyer that could gain the most; of no meaning if there are no gainers
 * @param efficiency NaN if no welfare is possible
 * @param overspending the buyers that pay more than their budgets
 */
public record Verdict(
    Status status,
    int rounds,
    int period,
    double epsilon,
    double gap,
    int gainers,
    int buyers,
    String greediest,
    double efficiency,
    Overspending overspending) {

  /** The verdict on a run. */
  static Verdict of(RunResult result) {
    double epsilon = result.model().epsilon();
    int gainers = 0;
    double gap = 0;
    String greediest = "";
    Overspending overspending = Overspending.NONE;
    for (int i = 0; i < result.buyers().size(); i++) {
      BuyerAccount account = result.buyers().get(i);
      BuyerSpec buyer = result.model().buyers().get(i);
      gainers += account.nashGap() > epsilon ? 1 : 0;
      if (account.nashGap() > gap) {
        gap = account.nashGap();
        greediest = buyer.id();
      }
      overspending = overspending.with(buyer.id(), account.cost(), buyer.budget());
    }
    return new Verdict(
        result.status(),
        result.rounds().size(),
        result.period(),
        epsilon,
        result.measures().nashGap(),
        gainers,
        result.buyers().size(),
        greediest,
        result.measures().efficiency(),
        overspending);
  }

  /** The line, without a full stop. */
  public String text() {
    return status == Status.CLEARED
        ? end() + "; " + quality()
        : end() + "; " + equilibrium() + "; " + quality();
  }

  private String end() {
    String played = counted(rounds, "round");
    return switch (status) {
      case CONVERGED -> "converged after " + played;
      case CLEARED -> "cleared once, without rounds" + overBudget();
      case CYCLE ->
          "does not converge: the last "
              + counted(period, "round")
              + " of "
              + rounds
              + " repeat forever, a cycle";
      case ROUND_LIMIT -> "not converged within the limit of " + played;
      case RUNNING -> "stopped after " + played + ", before its end";
    };
  }

  private String overBudget() {
    return overspending.buyers() > 0 ? "; " + overspending.text(buyers) : "";
  }

  private String equilibrium() {
    boolean rests = status == Status.CONVERGED;
    if (overspending.buyers() > 0) {
      return (rests ? "not an equilibrium: " : "") + overspending.text(buyers);
    }
    if (Double.isNaN(gap)) {
      return (rests ? "whether it is an ε-Nash equilibrium is not known" : "no Nash gap")
          + ": under strict ties there is no exact best reply";
    }
    if (gap == 0) {
      return rests
          ? "a Nash equilibrium: no buyer can gain anything"
          : "yet no buyer can gain anything as the bids stand";
    }
    if (gap <= epsilon) {
      return rests
          ? "an ε-Nash equilibrium: no buyer can gain " + within()
          : "yet no buyer can gain " + within() + " as the bids stand";
    }
    return (rests ? "not an ε-Nash equilibrium: " : "") + gainersText();
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

  private String gainersText() {
    String gain =
        Figures.apartFrom(gap, epsilon, RoundingMode.HALF_EVEN) + " > ε = " + Figures.of(epsilon);
    return gainers == 1
        ? AgentNames.of("buyer", greediest)
            + " could gain "
            + gain
            + " by other bids, nobody else more than ε"
        : gainers
            + " of "
            + buyers
            + " buyers could gain more than ε by other bids, "
            + greediest
            + " the most: "
            + gain;
  }

  private String quality() {
    return Double.isNaN(efficiency)
        ? "no welfare is possible here"
        : Figures.percent(efficiency) + " of the best possible welfare";
  }

  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
