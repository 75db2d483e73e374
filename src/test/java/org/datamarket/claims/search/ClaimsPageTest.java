package org.datamarket.claims.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Unit;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.claims.ModelScores;
import org.datamarket.market.TieRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/claims.md are the program's. Those of random states take minutes, and are
 * written anew with {@code -Dtest=ClaimsPageTest -Dupdate.docs=true}; every build counts the first
 * of these states again.
 */
class ClaimsPageTest {
  private static final Path PAGE = Path.of("docs/claims.md");
  private static final long STATES = 100_000;
  private static final long FIRST = 2_000;
  private static final long SEED = 1;

  @BeforeAll
  static void updateIfAsked() throws Exception {
    if (Boolean.getBoolean("update.docs")) {
      String page = Files.readString(PAGE);
      page = withPart(page, "counterexamples", counterexamples());
      page = withPart(page, "models", ModelScores.table(ModelScores.ALL));
      page = withPart(page, "first states", table(FIRST));
      page = withPart(page, "random states", table(STATES));
      page = withPart(page, "known shares", known(STATES));
      Files.writeString(PAGE, page);
    }
  }

  @Test
  void counterexamples_areThoseThatComeWithTheProgram() throws Exception {
    assertThat(part("counterexamples")).isEqualTo(counterexamples());
  }

  /** Of the models that take long, only that they are there. */
  @Test
  void models_fareSo() throws Exception {
    List<List<String>> page = cells(part("models"));
    List<List<String>> quick = cells(ModelScores.table(ModelScores.QUICK));
    assertThat(page).hasSameSizeAs(quick);
    for (int row = 0; row < quick.size(); row++) {
      for (int column = 0; column < quick.get(0).size(); column++) {
        int place = page.get(0).indexOf(quick.get(0).get(column));
        assertThat(page.get(row).get(place))
            .as("%s in %s", quick.get(row).get(0), quick.get(0).get(column))
            .isEqualTo(quick.get(row).get(column));
      }
    }
  }

  @Test
  void models_areAllThatComeWithTheProgramButTheLargest() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("models"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.replace(".yaml", ""))
                  .filter(name -> !name.equals("city"))
                  .sorted()
                  .toList())
          .isEqualTo(ModelScores.ALL);
    }
    List<String> heads =
        ModelScores.ALL.stream().map("[%1$s](../models/%1$s.yaml)"::formatted).toList();
    assertThat(cells(part("models")).get(0)).containsAll(heads).hasSize(heads.size() + 2);
  }

  private static List<List<String>> cells(String table) {
    return table.lines().map(line -> List.of(line.split(" ?\\| ?"))).toList();
  }

  @Test
  void firstStates_areCountedSo() throws Exception {
    assertThat(part("first states")).isEqualTo(table(FIRST));
  }

  /** What was never refuted in a few states may be in many; what was, is. */
  @Test
  void randomStates_showEveryClaim() throws IOException {
    List<String> rows = part("random states").lines().skip(2).toList();
    assertThat(rows).hasSameSizeAs(Claims.ALL);
    for (int k = 0; k < rows.size(); k++) {
      assertThat(rows.get(k)).startsWith("| %s |".formatted(Claims.ALL.get(k).id()));
    }
  }

  /** Counted in seconds, so every build counts them all. */
  @Test
  void knownShares_areCountedSo() throws Exception {
    assertThat(part("known shares")).isEqualTo(known(STATES));
  }

  private static String counterexamples() throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("| file | buyers, sellers, bids | fails by | command that shows it |");
    rows.add("|---|---|---|---|");
    for (Path file : CounterexamplesTest.files()) {
      Counterexample example = CounterexamplesTest.read(file);
      Claim claim = example.question().claim();
      String name = example.model().name();
      rows.add(
          "| [%s](../%s) | %s, %s, %s | %s | `datamarket %s` |"
              .formatted(
                  name,
                  file,
                  example.model().buyers().size(),
                  example.model().sellers().size(),
                  example.bids(),
                  claim.about().unit() == Unit.FACT ? "" : violation(claim, example.violation()),
                  Shown.besides(claim)
                      .map(
                          shown ->
                              shown.command(
                                  name,
                                  example.finding().buyer().stream()
                                      .mapToObj("b%s"::formatted)
                                      .findFirst()))
                      .orElse("claims %s.yaml --claims %s".formatted(name, claim.id()))
                      .replace(name + ".yaml", file.toString())));
    }
    return String.join("\n", rows);
  }

  private static String violation(Claim claim, double violation) {
    return ViolationText.of(violation, claim.about().unit(), ClaimsPageTest::rounded);
  }

  /** The shares that are known, beside those of as many states. */
  private static String known(long states) throws InterruptedException {
    List<String> rows = new ArrayList<>();
    rows.add("| claim | over | cases | failed | share | the other count |");
    rows.add("|---|---|--:|--:|--:|--:|");
    for (KnownShare share : KnownShare.of(Claims.ALL, SEED, states, 2, done -> {})) {
      rows.add(
          "| %s | %s | %s | %s | %s | %s %% |"
              .formatted(
                  share.claim(),
                  share.over().isEmpty() ? "all" : share.over(),
                  String.format(Locale.ROOT, "%,d", share.cases()),
                  String.format(Locale.ROOT, "%,d", share.failed()),
                  share.percent(),
                  share.known()));
    }
    return String.join("\n", rows);
  }

  private static String table(long states) throws InterruptedException {
    Tally tally =
        Tally.of(Claims.ALL, new RandomStates(SEED, TieRule.PROPORTIONAL), states, 2, done -> {});
    List<String> rows = new ArrayList<>();
    rows.add("| claim | taken for granted | cases | failed | share | worst |");
    rows.add("|---|---|--:|--:|--:|--:|");
    for (ClaimCount count : tally.counts()) {
      Claim claim = count.claim();
      boolean fails = count.violated() > 0;
      rows.add(
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  claim.id(),
                  claim.about().hypothesis(),
                  String.format(Locale.ROOT, "%,d", count.cases()),
                  String.format(Locale.ROOT, "%,d", count.violated()),
                  fails
                      ? String.format(
                          Locale.ROOT, "%.2f %%", 100.0 * count.violated() / count.cases())
                      : "",
                  fails ? violation(claim, count.worst()) : ""));
    }
    return String.join("\n", rows);
  }

  private static String rounded(double number) {
    return new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static String part(String name) throws IOException {
    Matcher part = pattern(name).matcher(Files.readString(PAGE));
    assertThat(part.find()).as("the part %s", name).isTrue();
    return part.group(2);
  }

  private static String withPart(String page, String name, String text) {
    return pattern(name)
        .matcher(page)
        .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + text + found.group(3)));
  }

  private static Pattern pattern(String name) {
    return Pattern.compile("(?s)(<!-- %s -->\n)(.*?)(\n<!-- end -->)".formatted(name));
  }
}
