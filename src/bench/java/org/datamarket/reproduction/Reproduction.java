package org.datamarket.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Parabolic;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;

/** Plays everything that docs/model.md §8 expects, and writes what came out as docs/results.md. */
public final class Reproduction {
  private static final String MODEL = "models/reproduction.yaml";
  private static final String PARABOLIC =
      "buyers.valuation={kind: parabolic, marginal-at-zero: {uniform: {min: 5, max: 15}}}";
  private static final int SEEDS = 100;

  private final StringBuilder page = new StringBuilder();
  private final Path exceptions;
  private int exceptionCount;

  private Reproduction(Path exceptions) {
    this.exceptions = exceptions;
  }

  /**
   * Writes the page.
   *
   * @param arguments the page to write, and a folder for the model files of exceptions
   */
  public static void main(String[] arguments) throws IOException, UserMistake {
    Reproduction reproduction = new Reproduction(Path.of(arguments[1]));
    reproduction.write();
    Path page = Path.of(arguments[0]);
    String before = Files.exists(page) ? Files.readString(page) : "";
    Files.writeString(page, Changes.added(reproduction.page.toString(), before));
  }

  private void write() throws IOException, UserMistake {
    line("# Results: what comes out");
    line("");
    line("What the sources and an independent prototype lead one to expect (docs/model.md §8), and what this");
    line("program gives. Made by");
    line("");
    line("    mvn -Pbench package");
    line("    java -cp target/bench/benchmarks.jar org.datamarket.reproduction.Reproduction docs/results.md models/exceptions");
    line("");
    line("Every run is a model file of `models/` with overrides and a seed (1, 2, …), so each can be played alone.");
    beltranRoggendorf();
    workedExample();
    oneSellerAndWaterfill();
    progressive();
    fixed();
    cycles();
    lazarSemretBound();
  }

  private void beltranRoggendorf() throws UserMistake {
    RunResult result = Run.toEnd(ModelFile.read(Path.of("models/beltran-roggendorf.yaml"), List.of()).draw());
    heading("Beltrán & Roggendorf's market: the planner's optimum");
    line("| | expected | here |");
    line("|---|---|---|");
    line("| optimum, $ | 1465.18 | " + number("%.2f", result.optimum().welfare()) + " |");
    line("| dual price, $/GB | 10.598 | " + number("%.3f", result.optimum().prices()[0]) + " |");
    line(
        "| totals, GB | 0, 9.93, 23.48, 32.91, 33.69 | "
            + DoubleStream.of(result.optimum().totals())
                .mapToObj(total -> number("%.2f", total))
                .collect(Collectors.joining(", "))
            + " |");
    line("| certified relative duality gap | | " + number("%.1e", result.optimum().relativeGap()) + " |");
  }

  private void workedExample() throws UserMistake {
    RunResult rest = Run.toEnd(ModelFile.read(Path.of("models/worked-example.yaml"), List.of()).draw());
    Batch orders = Batch.play("models/worked-example.yaml", 1000, "initial-bids=[]");
    heading("The opt-out paper's worked example");
    line("| | expected | here |");
    line("|---|---|---|");
    line("| started from the paper's final bids | nobody moves, efficiency 1 | " + rest.messages() + " bids, efficiency " + number("%.6f", rest.measures().efficiency()) + " |");
    line("| the same efficiency reached from nothing | depends on the order | " + orders.share(r -> r.measures().efficiency() > 1 - 1e-9) + " random orders |");
    line("| … every buyer with the same total | | " + orders.share(r -> sameAllocation(r, rest)) + " |");
    line("| … converged | | " + orders.share(r -> r.status() == Status.CONVERGED) + " |");
    line("| efficiencies reached | | " + efficiencies(orders) + " |");
  }

  private static boolean sameAllocation(RunResult result, RunResult rest) {
    for (int i = 0; i < rest.buyers().size(); i++) {
      BuyerAccount one = result.buyers().get(i);
      BuyerAccount other = rest.buyers().get(i);
      if (Math.abs(one.allocation() - other.allocation()) > 1e-9) {
        return false;
      }
    }
    return true;
  }

  private static String efficiencies(Batch batch) {
    Map<String, Long> counts =
        batch.results().stream()
            .collect(
                Collectors.groupingBy(
                    r -> number("%.3f", r.measures().efficiency()), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + "×)")
        .collect(Collectors.joining(", "));
  }

  private void oneSellerAndWaterfill() throws UserMistake {
    heading("Waterfill buyers, or one seller; fixed reserves");
    line("Expected: always converges; Nash gap ≤ 2ε, nearly always ≤ ε; efficiency at least 0.995, 0.998, 0.999 and 9–29,");
    line("39–87, 113–258 rounds at ε = 1, 0.3, 0.1. " + SEEDS + " seeds a row.");
    line("");
    line("| buyers | sellers | valuations | supply/demand | ε | converged | gap ≤ 2ε | gap ≤ ε | least efficiency | rounds |");
    line("|---|---|---|---|---|---|---|---|---|---|");
    for (String[] market : new String[][] {{"opt-out", "1"}, {"truthful-single", "1"}, {"waterfill", "5"}}) {
      for (boolean parabolic : new boolean[] {false, true}) {
        for (String ratio : new String[] {"0.3", "0.7"}) {
          for (String epsilon : new String[] {"1", "0.3", "0.1"}) {
            Batch batch = play(market[1], ratio, parabolic, epsilon, "fixed", "buyers.strategy=" + market[0]);
            double fee = Double.parseDouble(epsilon);
            line(
                row(
                    market[0],
                    market[1],
                    parabolic ? "parabolic" : "alpha-fair",
                    ratio,
                    epsilon,
                    batch.share(r -> r.status() == Status.CONVERGED),
                    batch.share(r -> r.measures().nashGap() <= 2 * fee),
                    batch.share(RunResult::isEpsilonNash),
                    number("%.4f", batch.least(r -> r.measures().efficiency())),
                    batch.range(r -> r.rounds().size(), "%.0f")));
          }
        }
      }
    }
  }

  private void progressive() throws IOException, UserMistake {
    heading("Opt-out buyers, progressive reserves");
    line("Expected: all converge (27–650 rounds); efficiency 0.93–1 (median 0.99); 0–12 % unsold; an ε-Nash equilibrium in about");
    line("one run of three, within 2ε in two of three, and up to 56ε with alpha-fair valuations, 10 sellers and supply 0.7.");
    line("");
    manySellers("progressive");
    line("");
    line(exceptionCount == 0 ? "Every run converged." : exceptionCount + " runs did not converge; their model files are in `" + exceptions + "`.");
  }

  private void fixed() throws IOException, UserMistake {
    heading("Opt-out buyers, fixed reserves");
    line("Expected: alpha-fair 36 of 36 converge at ε = 0.3 and 32 of 36 at 0.1; parabolic 28 of 36 and 7 of 36 (limit 1,000");
    line("rounds); efficiency 0.79–0.999; Nash gap 0.7–91, far above ε.");
    line("");
    manySellers("fixed");
  }

  private void manySellers(String strategy) throws IOException, UserMistake {
    line("| valuations | ε | sellers | supply/demand | converged | gap ≤ ε | gap ≤ 2ε | largest gap / ε | efficiency | unsold | rounds |");
    line("|---|---|---|---|---|---|---|---|---|---|---|");
    for (boolean parabolic : new boolean[] {false, true}) {
      for (String epsilon : new String[] {"0.3", "0.1"}) {
        for (String sellers : new String[] {"2", "5", "10"}) {
          for (String ratio : new String[] {"0.3", "0.7"}) {
            Batch batch = play(sellers, ratio, parabolic, epsilon, strategy);
            double fee = Double.parseDouble(epsilon);
            line(
                row(
                    parabolic ? "parabolic" : "alpha-fair",
                    epsilon,
                    sellers,
                    ratio,
                    batch.share(r -> r.status() == Status.CONVERGED),
                    batch.share(RunResult::isEpsilonNash),
                    batch.share(r -> r.measures().nashGap() <= 2 * fee),
                    number("%.1f", batch.largest(r -> r.measures().nashGap()) / fee),
                    batch.range(r -> r.measures().efficiency(), "%.3f"),
                    batch.range(r -> Math.max(0, 100 * (1 - r.measures().sold() / r.measures().supply())), "%.1f") + " %",
                    batch.range(r -> r.rounds().size(), "%.0f")));
            if (strategy.equals("progressive")) {
              keepExceptions(batch, parabolic, epsilon, sellers, ratio);
            }
          }
        }
      }
    }
  }

  private void keepExceptions(Batch batch, boolean parabolic, String epsilon, String sellers, String ratio)
      throws IOException, UserMistake {
    for (RunResult result : batch.results()) {
      if (result.status() != Status.CONVERGED) {
        exceptionCount++;
        Files.createDirectories(exceptions);
        String name = String.join("-", parabolic ? "parabolic" : "alpha-fair", epsilon, sellers, ratio, "" + result.model().seed());
        ModelFile file = ModelFile.read(Path.of(MODEL), List.of(overrides(sellers, ratio, parabolic, epsilon, "progressive")));
        Files.writeString(
            exceptions.resolve(name + ".yaml"),
            "# Ends as " + result.status().key() + ", though most such markets converge: see docs/results.md.\n"
                + file.withSeed(result.model().seed()).effectiveYaml());
      }
    }
  }

  private static Batch play(String sellers, String ratio, boolean parabolic, String epsilon, String strategy, String... more)
      throws UserMistake {
    String[] base = overrides(sellers, ratio, parabolic, epsilon, strategy);
    String[] all = Arrays.copyOf(base, base.length + more.length);
    System.arraycopy(more, 0, all, base.length, more.length);
    return Batch.play(MODEL, SEEDS, all);
  }

  private static String[] overrides(String sellers, String ratio, boolean parabolic, String epsilon, String strategy) {
    String[] common = {
      "sellers.count=" + sellers,
      "supply-demand-ratio=" + ratio,
      "epsilon=" + epsilon,
      "sellers.strategy=" + strategy
    };
    if (!parabolic) {
      return common;
    }
    String[] all = Arrays.copyOf(common, common.length + 1);
    all[common.length] = PARABOLIC;
    return all;
  }

  private void cycles() throws UserMistake {
    Batch batch = Batch.play("models/fixed-reserve-cycles.yaml", 60);
    heading("Fixed reserves and a fixed order: cycles");
    line("Expected: most of 60 populations of 6 parabolic buyers and 3 sellers end in an exact cycle within 100 rounds (56 of 60).");
    line("");
    line("| ended as | populations |");
    line("|---|---|");
    line("| cycle | " + batch.ended(Status.CYCLE) + " (" + batch.count(r -> r.status() == Status.CYCLE && r.rounds().size() <= 100) + " within 100 rounds) |");
    line("| converged | " + batch.ended(Status.CONVERGED) + " |");
    line("| round limit | " + batch.ended(Status.ROUND_LIMIT) + " |");
    line("");
    line(
        "Periods: "
            + batch.results().stream().filter(r -> r.period() > 0)
                .collect(Collectors.groupingBy(RunResult::period, TreeMap::new, Collectors.counting()))
                .entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + "×)")
                .collect(Collectors.joining(", "))
            + ".");
  }

  private void lazarSemretBound() throws UserMistake {
    heading("Lazar & Semret's bound");
    line("Parabolic valuations, no budgets, one seller, an ε-Nash equilibrium at the end: welfare ≥ optimum − 4 D √(ε k), k the largest slope.");
    line("");
    line("| supply/demand | ε | runs that end ε-Nash | bound kept | least of (optimum − welfare) / bound | largest |");
    line("|---|---|---|---|---|---|");
    for (String ratio : new String[] {"0.3", "0.7"}) {
      for (String epsilon : new String[] {"1", "0.3", "0.1"}) {
        Batch batch = play("1", ratio, true, epsilon, "fixed", "buyers.strategy=truthful-single");
        Batch nash = new Batch(batch.results().stream().filter(RunResult::isEpsilonNash).toList());
        line(
            row(
                ratio,
                epsilon,
                Integer.toString(nash.size()),
                nash.share(r -> loss(r) <= 1),
                number("%.4f", nash.least(Reproduction::loss)),
                number("%.4f", nash.largest(Reproduction::loss))));
      }
    }
  }

  /** (optimum − welfare) / (4 D √(ε k)). */
  private static double loss(RunResult result) {
    double supply = result.model().sellers().stream().mapToDouble(SellerSpec::quantity).sum();
    double slope =
        result.model().buyers().stream()
            .map(BuyerSpec::valuation)
            .mapToDouble(valuation -> ((Parabolic) valuation).slope())
            .max()
            .orElseThrow();
    double bound = 4 * supply * Math.sqrt(result.model().epsilon() * slope);
    return (result.measures().optimum() - result.measures().welfare()) / bound;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void heading(String title) {
    line("");
    line("## " + title);
    line("");
    System.err.println(title);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
