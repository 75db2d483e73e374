package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.datamarket.output.Figures;

/**
 * An explanation as formulas for LaTeX, with the package amsmath: the steps of the opt-out strategy
 * (docs/paper.md) with a buyer's numbers put in. Of a strategy that does not ask all sellers for
 * the same, those steps that it shares.
 */
public final class ExplanationLatex {
  private final BuyerInsight insight;
  private final ReplySteps steps;
  private final String money;
  private final List<String> lines = new ArrayList<>();

  private ExplanationLatex(BuyerInsight insight) {
    this.insight = insight;
    this.steps = insight.steps();
    this.money = text(insight.currency());
  }

  /** The formulas, after a comment that says whose they are; every line ends in a line feed. */
  public static String of(Explanation explanation) {
    String of =
        "%% Buyer %s of %s, seed %s, %s. Needs amsmath.\n"
            .formatted(
                oneLine(explanation.insight().buyer()),
                oneLine(explanation.model()),
                explanation.seed(),
                explanation.moment());
    return of + new ExplanationLatex(explanation.insight()).formulas();
  }

  private String formulas() {
    totals();
    pool();
    bid();
    gain();
    best();
    return ranking() + "\\begin{align*}\n" + String.join(" \\\\\n", lines) + "\n\\end{align*}\n";
  }

  private static String oneLine(String id) {
    return id.replaceAll("\\s+", " ");
  }

  /** ℓ_i: what each seller has left, and what the first n give together. */
  private String ranking() {
    String rows =
        insight.ranking().rows().stream()
            .filter(row -> row.rank() > 0)
            .map(
                row ->
                    "  %s & %s & %s & %s & %s"
                        .formatted(
                            row.rank(),
                            text(row.seller()),
                            number(row.residual()),
                            Double.isNaN(row.poolGives()) ? "" : number(row.poolGives()),
                            row.inPool() ? number(row.asked()) : ""))
            .collect(Collectors.joining(" \\\\\n"));
    return """
    \\[
    \\ell_i\\colon\\quad
    \\begin{array}{rlrrr}
      n & j & Q_i^j(%s) & n \\cdot Q^{(n)} & q_i^j \\\\ \\hline
    %s
    \\end{array}
    \\]
    """
        .formatted(number(insight.ranking().price()), rows.isEmpty() ? "  & & & &" : rows);
  }

  private void line(String left, String right) {
    lines.add("  %s &= %s".formatted(left, right));
  }

  private void totals() {
    line(
        "d_i",
        "%s, \\quad \\varepsilon = %s"
            .formatted(number(insight.demand()), number(insight.epsilon())));
    line("z_i^*", "%s \\le d_i".formatted(number(steps.desiredTotal())));
    if (steps.total() > 0) {
      line(
          "v",
          "%s, \\quad \\theta_i(z_i^*) - \\theta_i(v) \\le \\varepsilon"
              .formatted(number(steps.total())));
    }
  }

  private void pool() {
    String members =
        steps.pool().stream().map(ExplanationLatex::text).collect(Collectors.joining(", "));
    if (steps.share().isPresent()) {
      line(
          "n",
          "\\min\\{ n : n \\cdot Q^{(n)} \\ge %s \\} = %s"
              .formatted(number(steps.total()), steps.poolSize()));
      line("j^*", text(steps.marginalSeller().orElse("")));
    }
    line("\\mathcal{I}_i", steps.pool().isEmpty() ? "\\emptyset" : "\\{%s\\}".formatted(members));
    steps
        .share()
        .ifPresent(
            share -> {
              line("\\varsigma_i", "n = %s".formatted(steps.poolSize()));
              line(
                  "e_i",
                  "\\frac{v}{n} = \\frac{%s}{%s} = %s"
                      .formatted(number(steps.total()), steps.poolSize(), number(share)));
            });
  }

  private void bid() {
    if (steps.share().isPresent()) {
      line(
          "s_i^j",
          "(e_i, \\theta_i'(v)) = (%s, %s) \\quad \\text{for } j \\in \\mathcal{I}_i, \\quad (0, 0) \\text{ for all others}"
              .formatted(number(steps.share().getAsDouble()), number(steps.price())));
    } else {
      for (BuyerInsight.LiveBid bid : steps.bids()) {
        line(
            "s_i^{%s}".formatted(text(bid.seller())),
            "(%s, %s)".formatted(number(bid.quantity()), number(bid.price())));
      }
    }
  }

  private void gain() {
    double then = insight.now().utilityOfReply();
    double now = insight.now().utilityNow();
    double gain = insight.now().gain();
    line(
        "u_i(s_i'; s_{-i}) - u_i(s_i; s_{-i})",
        "%s - %s = %s %s %s = \\varepsilon"
            .formatted(
                number(then),
                now < 0 ? "(%s)".formatted(number(now)) : number(now),
                number(gain),
                gain > insight.epsilon() ? ">" : "\\le",
                number(insight.epsilon())));
  }

  private void best() {
    BestBids best = insight.best();
    line(
        "\\sup u_i",
        "\\theta_i(%s) - %s = %s\\ %s"
            .formatted(number(best.total()), number(best.cost()), number(best.utility()), money));
  }

  /** A figure in mathematics. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "\\text{--}";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\\infty" : "-\\infty";
    }
    return Figures.of(value).replaceFirst("e(-?\\d+)$", " \\\\cdot 10^{$1}");
  }

  /** A name in mathematics: whatever it holds, it is text. */
  static String text(String name) {
    StringBuilder escaped = new StringBuilder("\\text{");
    oneLine(name).codePoints().forEach(letter -> escaped.append(escaped(letter)));
    return escaped.append('}').toString();
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '{', '}', '$', '&', '#', '%', '_' -> "\\" + Character.toString(letter);
      default -> Character.toString(letter);
    };
  }
}
