package org.datamarket.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.datamarket.analysis.Status;
import org.datamarket.document.Words;
import org.datamarket.output.Figures;
import org.datamarket.study.Measure;

/** A comparison for a person at a terminal: tables of at most 100 columns, and remarks. */
public final class ComparisonText {
  /** What is shown unless other measures are asked for, where it exists. */
  private static final List<String> USUAL =
      List.of("efficiency", "buyers_surplus", "sellers_surplus", "revenue", "isp_gain", "messages");

  private static final int WIDTH = 100;
  private static final String GAP = "  ";
  private static final String NONE = "n/a";
  private static final int LEAST_PLAIN = -4;
  private static final int MOST_PLAIN = 12;

  private final Comparison comparison;
  private final DesignChoice choice;
  private final StringBuilder text = new StringBuilder();

  private ComparisonText(Comparison comparison) {
    this.comparison = comparison;
    this.choice = comparison.contest().choice();
  }

  /**
   * The whole text; every line ends in a line feed.
   *
   * @param asked the names of the measures to show; empty for the usual ones
   */
  public static String of(Comparison comparison, List<String> asked) {
    return new ComparisonText(comparison).all(asked);
  }

  private String all(List<String> asked) {
    text.append(heading()).append('\n');
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block("mechanism", choice.names(), false));
    for (Measure measure : shown(asked)) {
      blocks.add(block(measure));
    }
    tables(blocks);
    remarks().forEach(remark -> text.append(wrapped(remark)));
    return text.toString();
  }

  private String heading() {
    List<Long> seeds = comparison.contest().seeds();
    String from =
        seeds.size() == 1
            ? "seed %s".formatted(seeds.get(0))
            : "%s seeds from %s".formatted(seeds.size(), seeds.get(0));
    String against =
        choice.designs().size() == 1
            ? ""
            : seeds.size() == 1
                ? " · differences from %s".formatted(choice.baseDesign().name())
                : " · differences from %s with 95 %% confidence intervals"
                    .formatted(choice.baseDesign().name());
    return "%s · %s%s%n".formatted(comparison.model(), from, against).replace("\r\n", "\n");
  }

  private List<Measure> shown(List<String> asked) {
    List<String> names = asked.isEmpty() ? USUAL : asked;
    return names.stream()
        .flatMap(name -> Contest.measures().stream().filter(measure -> measure.name().equals(name)))
        .filter(measure -> !asked.isEmpty() || exists(measure))
        .toList();
  }

  /** Whether it is there, and not 0 but for rounding: there are many markets without an ISP. */
  private boolean exists(Measure measure) {
    return IntStream.range(0, choice.designs().size())
        .mapToObj(d -> comparison.contrast(d, measure))
        .anyMatch(
            one -> one.count() > 0 && (isSomething(one.mean()) || isSomething(one.deviation())));
  }

  private static boolean isSomething(double value) {
    return !Double.isNaN(value) && !Figures.isNothing(value);
  }

  /**
   * Some columns of the table that stay together.
   *
   * @param cells by mechanism
   * @param right whether they are aligned to the right
   */
  private record Block(String title, List<String> cells, boolean right) {
    int width() {
      int width = length(title);
      for (String cell : cells) {
        width = Math.max(width, length(cell));
      }
      return width;
    }

    String line(String cell) {
      String space = " ".repeat(width() - length(cell));
      return right ? space + cell : cell + space;
    }

    private static int length(String text) {
      return text.codePointCount(0, text.length());
    }
  }

  private List<String> column(IntFunction<String> cell) {
    return IntStream.range(0, choice.designs().size()).mapToObj(cell).toList();
  }

  /** Mean and difference, each aligned for itself. */
  private Block block(Measure measure) {
    List<Contrast> contrasts =
        IntStream.range(0, choice.designs().size())
            .mapToObj(d -> comparison.contrast(d, measure))
            .toList();
    Block means = new Block("", column(d -> mean(contrasts.get(d))), true);
    Block differences =
        new Block("", column(d -> d == choice.base() ? "" : difference(contrasts.get(d))), true);
    List<String> cells =
        column(
            d ->
                means.line(means.cells().get(d))
                    + (choice.designs().size() == 1
                        ? ""
                        : GAP + differences.line(differences.cells().get(d))));
    return new Block(title(measure), cells, true);
  }

  private String title(Measure measure) {
    String unit = measure.unit().replace("$", comparison.currency());
    return unit.isEmpty() || unit.equals("1")
        ? measure.name()
        : "%s (%s)".formatted(measure.name(), unit);
  }

  private static String mean(Contrast contrast) {
    return contrast.count() == 0 ? NONE : Figures.ofRounded(contrast.mean());
  }

  /** With its sign, to the second digit of half the interval. */
  private static String difference(Contrast contrast) {
    if (contrast.pairs() == 0) {
      return NONE;
    }
    double value = withoutRounding(contrast.difference());
    double half = withoutRounding(contrast.halfWidth());
    String sign = value > 0 ? "+" : "";
    if (!(half > 0) || !Double.isFinite(half) || !Double.isFinite(value)) {
      return sign + Figures.of(value) + (Double.isNaN(half) ? "" : " ± " + Figures.of(half));
    }
    BigDecimal width = new BigDecimal(half).round(new MathContext(2, RoundingMode.UP));
    int exponent = width.precision() - width.scale() - 1;
    if (exponent < LEAST_PLAIN || exponent > MOST_PLAIN) {
      return "%s%s ± %s".formatted(sign, Figures.of(value), Figures.of(half));
    }
    BigDecimal rounded = new BigDecimal(value).setScale(width.scale(), RoundingMode.HALF_EVEN);
    return "%s%s ± %s".formatted(sign, rounded.toPlainString(), width.toPlainString());
  }

  /** 0 for what is nothing but rounding. */
  private static double withoutRounding(double value) {
    return Figures.isNothing(value) ? 0 : value;
  }

  /** To two digits: more of a time would be noise. */
  private static double rounded(double seconds) {
    return new BigDecimal(seconds).round(new MathContext(2)).doubleValue();
  }

  /** As many columns beside the names as fit, and the rest below. */
  private void tables(List<Block> blocks) {
    Block names = blocks.get(0);
    List<Block> rest = new ArrayList<>(blocks.subList(1, blocks.size()));
    while (!rest.isEmpty()) {
      List<Block> line = new ArrayList<>(List.of(names));
      int width = GAP.length() + names.width();
      do {
        width += GAP.length() + 1 + rest.get(0).width();
        line.add(rest.remove(0));
      } while (!rest.isEmpty() && width + GAP.length() + 1 + rest.get(0).width() <= WIDTH);
      row(line, line.stream().map(Block::title).toList());
      for (int d = 0; d < choice.designs().size(); d++) {
        int place = d;
        row(line, line.stream().map(block -> block.cells().get(place)).toList());
      }
      text.append('\n');
    }
  }

  private void row(List<Block> blocks, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < blocks.size(); k++) {
      line.append(k == 0 ? GAP : GAP + " ").append(blocks.get(k).line(cells.get(k)));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    choice
        .reconstructions()
        .ifPresent(
            names ->
                remarks.add(
                    "Reconstructions, for the full texts of the papers could not be had"
                        + " (docs/mechanisms.md): %s.".formatted(names)));
    remarks.add("Seconds per run: %s.".formatted(String.join(", ", times())));
    List<String> restless = new ArrayList<>();
    for (int d = 0; d < choice.designs().size(); d++) {
      restless(d).ifPresent(restless::add);
    }
    if (!restless.isEmpty()) {
      remarks.add("Did not come to rest: %s.".formatted(Words.allOf(restless)));
    }
    return remarks;
  }

  private List<String> times() {
    return column(
        d -> "%s %s".formatted(choice.names().get(d), Figures.of(rounded(comparison.seconds(d)))));
  }

  private Optional<String> restless(int design) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Status status : List.of(Status.CYCLE, Status.ROUND_LIMIT)) {
      int count = 0;
      for (int s = 0; s < comparison.contest().seeds().size(); s++) {
        count += comparison.outcome(s, design).status().equals(status.key()) ? 1 : 0;
      }
      if (count > 0) {
        counts.put(status.key(), count);
      }
    }
    List<String> words =
        counts.entrySet().stream()
            .map(one -> "%s %s".formatted(one.getKey(), one.getValue()))
            .toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s (of %s runs: %s)"
                .formatted(
                    choice.designs().get(design).name(),
                    comparison.contest().seeds().size(),
                    String.join(", ", words)));
  }

  private static String wrapped(String sentence) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : sentence.split(" ")) {
      int letters = word.codePointCount(0, word.length());
      if (length > 0 && length + 1 + letters > WIDTH) {
        lines.append('\n');
        length = 0;
      }
      lines.append(length == 0 ? "" : " ").append(word);
      length += letters + (length == 0 ? 0 : 1);
    }
    return lines.append('\n').toString();
  }
}
