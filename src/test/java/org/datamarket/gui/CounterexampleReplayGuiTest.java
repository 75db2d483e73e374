package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JEditorPane;
import javax.swing.JTable;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.market.Bids;
import org.datamarket.output.Figures;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every counterexample opened in one window after the other, played to its end where its comment
 * says that it fails there, and judged in the window Claims: the row of its claim shows the
 * violation that the comment gives, and for the same buyer. The window judges every claim that has
 * a counterexample, so none is left to be seen elsewhere.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CounterexampleReplayGuiTest {
  private static final Path FOLDER = Path.of("models/counterexamples");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+\\.\\d+(?:E-?\\d+)?");
  private static final Pattern HOW_MUCH =
      Pattern.compile(
          "it fails(?: by (\\S+) (\\$/GB|\\$|GB|%|sellers?)(?: of what is asked for)?)?"
              + "(?: for (b\\d+))?\\. ");

  private static final Pattern REPLY =
      Pattern.compile(
          "(b\\d+) bids nothing: [^:]* Its strategy would bid ([^:]*): [^:]* utility of (\\S+)"
              + " \\$\\.");

  private GuiSession session;

  @BeforeAll
  void openWindow() throws Exception {
    session = GuiSession.of("quickstart");
  }

  @AfterAll
  void closeWindow() throws Exception {
    if (session != null) {
      session.close();
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  /** The comment of a file, as one line. */
  private static String comment(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .collect(Collectors.joining(" "));
  }

  private static MatchResult find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no \"%s\" in: %s".formatted(pattern, text)));
  }

  private static Claim claim(String comment) {
    String id = find(Pattern.compile("^Refutes (\\S+) "), comment).group(1);
    return Claims.ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** A text with the digits that the window shows. */
  private static String asShown(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(found -> Figures.of(Double.parseDouble(found.group())))
        .toLowerCase(Locale.ROOT);
  }

  /** Opens a file and brings it where it fails. */
  private void open(Path file, String comment) throws Exception {
    onEdt(() -> session.console.openModel(file));
    GuiSession.settle();
    boolean atRest = comment.contains("Where this market comes to rest, ");
    assertThat(comment.contains("With the bids that this market begins with, "))
        .isNotEqualTo(atRest);
    if (atRest) {
      session.playToPause();
      assertThat(session.gui.market().status()).isEqualTo(Status.CONVERGED);
    } else {
      session.step(0);
      assertThat(session.round()).isZero();
    }
  }

  private void judge() throws Exception {
    onEdt(() -> session.console.getJMenuBar().getMenu(2).getItem(0).doClick());
    GuiSession.await(
        "all claims are judged",
        () -> session.gui.claims().pane().statusShown().startsWith("Judged: "));
  }

  @ParameterizedTest
  @MethodSource("files")
  void window_showsTheViolationOfTheComment(Path file) throws Exception {
    String comment = comment(file);
    Claim claim = claim(comment);
    open(file, comment);
    assertThat(session.gui.snapshot().orElseThrow().title())
        .isEqualTo(
            "%s: Refutes: %s"
                .formatted(file.getFileName().toString().replace(".yaml", ""), claim.statement()));
    judge();
    JTable table = session.gui.claims().pane().table();
    int row = Claims.ALL.indexOf(claim);
    List<String> cells =
        onEdt(
            () -> {
              table.setRowSelectionInterval(row, row);
              return IntStream.range(0, table.getColumnCount())
                  .mapToObj(column -> String.valueOf(table.getValueAt(row, column)))
                  .toList();
            });
    MatchResult howMuch = find(HOW_MUCH, comment);
    String worst =
        howMuch.group(1) == null
            ? "fails"
            : "%s %s".formatted(Figures.of(Double.parseDouble(howMuch.group(1))), howMuch.group(2));
    String buyer = howMuch.group(3) == null ? "" : howMuch.group(3);
    assertThat(cells).startsWith(claim.id()).endsWith(worst, buyer);
    assertThat(Integer.parseInt(cells.get(1))).isLessThan(Integer.parseInt(cells.get(2)));
    assertTold(comment);
    assertThat(session.errors).isEmpty();
  }

  /** Below the table stands what the comment ends with. */
  private void assertTold(String comment) throws Exception {
    JEditorPane pane =
        GuiSession.all(session.gui.claims().pane(), JEditorPane.class).findFirst().orElseThrow();
    String details =
        onEdt(() -> pane.getDocument().getText(0, pane.getDocument().getLength()))
            .replaceAll("\\s+", " ")
            .strip();
    assertThat(details).contains("It fails in ");
    String seen = find(Pattern.compile("To be seen there: (.{10,})$"), details).group(1);
    String told =
        comment
            .replaceFirst(" *To see it: .*$", "")
            .replace(" No two prices are equal here, and none is a reserve.", "");
    assertThat(asShown(told)).endsWith(asShown(seen));
  }

  static List<Path> filesOfReplies() throws IOException {
    List<Path> replies = new ArrayList<>();
    for (Path file : files()) {
      if (comment(file).contains("Its strategy would bid")) {
        replies.add(file);
      }
    }
    return replies;
  }

  /**
   * Played turn by turn, the buyer weighs the reply of the comment, and bids it if it is worth ε.
   */
  @ParameterizedTest
  @MethodSource("filesOfReplies")
  void nextTurn_isTheReplyOfTheComment(Path file) throws Exception {
    String comment = comment(file);
    open(file, comment);
    MatchResult reply = find(REPLY, comment);
    double utility = Double.parseDouble(reply.group(3));
    DataMarket market = session.gui.market();
    boolean bids = utility > market.model().epsilon();
    onEdt(() -> session.console.getJMenuBar().getMenu(1).getItem(0).doClick());
    GuiSession.settle();
    String shown = onEdt(() -> session.gui.controls().pane().textShown());
    assertThat(shown)
        .contains(
            "uyer %s (".formatted(reply.group(1)),
            "%s %s $".formatted(bids ? "gained" : "would gain", Figures.of(utility)));
    int buyer = Integer.parseInt(reply.group(1).substring(1));
    Bids now = session.gui.snapshot().orElseThrow().account(buyer).bids();
    String words =
        IntStream.range(0, now.size())
            .mapToObj(
                k ->
                    "%s GB at s%s for %s $/GB"
                        .formatted(
                            Figures.of(now.bid(k).quantity()),
                            now.seller(k),
                            Figures.of(now.bid(k).price())))
            .collect(Collectors.joining(" and "));
    assertThat(words.toLowerCase(Locale.ROOT)).isEqualTo(bids ? asShown(reply.group(2)) : "");
    assertThat(session.errors).isEmpty();
  }
}
