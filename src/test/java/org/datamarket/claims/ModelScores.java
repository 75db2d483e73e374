package org.datamarket.claims;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.score.Score;
import org.datamarket.model.file.ModelFile;

/** The claims on the models that come with the program, as a table: a row per claim. */
public final class ModelScores {
  /** Models of which every build can try all claims again. */
  public static final List<String> QUICK =
      List.of(
          "beltran-roggendorf",
          "fixed-reserve-cycles",
          "lazar-semret",
          "one-seller",
          "own-data",
          "reproduction",
          "tuffin-ties",
          "two-sellers",
          "worked-example");

  /** All models but the one that takes a minute. */
  public static final List<String> ALL =
      List.of(
          "beltran-roggendorf",
          "fixed-reserve-cycles",
          "hong-kong",
          "lazar-semret",
          "one-seller",
          "operator",
          "own-data",
          "quickstart",
          "reproduction",
          "tuffin-ties",
          "two-sellers",
          "worked-example");

  private static final int USUAL_TURNS = 200;

  private ModelScores() {}

  /** The table of some models. */
  public static String table(List<String> models) throws Exception {
    List<StringBuilder> lines = new ArrayList<>();
    lines.add(new StringBuilder("| claim |"));
    lines.add(new StringBuilder("|---|"));
    for (String id : Selection.ids()) {
      lines.add(new StringBuilder("| %s |".formatted(id)));
    }
    for (String model : models) {
      lines.get(0).append(" [%s](../models/%s.yaml) |".formatted(model, model));
      lines.get(1).append("---|");
      List<Score> scores = scores(model);
      for (int k = 0; k < scores.size(); k++) {
        lines.get(k + 2).append(" %s |".formatted(cell(scores.get(k))));
      }
    }
    return String.join("\n", lines);
  }

  private static List<Score> scores(String name) throws Exception {
    ModelFile model = ModelFile.read(Path.of("models", name + ".yaml"), List.of());
    return new Bench(Selection.all(), new Sampling(USUAL_TURNS))
        .judge(List.of(model.seed()), seed -> model.withSeed(seed).draw(), 2, new Silent())
        .orElseThrow()
        .scores();
  }

  private static String cell(Score score) {
    if (score.cases() == 0) {
      return "–";
    }
    if (score.failed() == 0) {
      return "holds";
    }
    String worst =
        new BigDecimal(score.worstViolation())
            .multiply(BigDecimal.valueOf(score.subject().unit().equals("1") ? 100 : 1))
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString();
    return switch (score.subject().unit()) {
      case "" -> "fails";
      case "1" -> "fails by %s %% of the ask".formatted(worst);
      case "sellers" ->
          "fails by %s".formatted(worst.equals("1") ? "1 seller" : worst + " sellers");
      default -> "fails by %s %s".formatted(worst, score.subject().unit());
    };
  }

  /** Nobody is told, and nothing is stopped. */
  private static final class Silent implements Bench.Listener {
    @Override
    public void played() {
      // nobody waits for it
    }

    @Override
    public void judged(int cases) {
      // nobody waits for it
    }

    @Override
    public boolean isStopped() {
      return false;
    }
  }
}
