package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.await;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JLabel;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.model.AgentNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window says of a market holds for the market that is open. */
class TitlesGuiTest {
  @TempDir private Path folder;

  @Test
  void end_isForgottenWithItsModel() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.playToPause();
      assertThat(session.console.getTitle()).startsWith("Converged after");
      onEdt(() -> session.console.openModel(Path.of("models/quickstart.yaml")));
      settle();
      assertThat(session.console.getTitle()).isEqualTo("quickstart – Data Market");
      assertThat(session.gui.statusText()).startsWith("Press play to begin");
      assertThat(session.gui.snapshot()).isEmpty();
      onEdt(() -> session.console.pressPause());
      settle();
      assertThat(session.console.getTitle()).isEqualTo("quickstart – Data Market");
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void end_isForgottenAtTheNextStart_howeverItIsStarted() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.playToPause();
      onEdt(session.console::pressStop);
      assertThat(session.console.getTitle()).startsWith("Converged after");
      onEdt(() -> session.console.pressPause());
      settle();
      assertThat(session.console.getTitle()).isEqualTo("worked-example – Data Market");
    }
  }

  @Test
  void error_isForgottenWithItsModel() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      RoundListener broken =
          market -> {
            throw new IllegalStateException("broken");
          };
      session.gui.addRoundListener(broken);
      session.playToPause();
      assertThat(session.console.getTitle()).startsWith("Stopped by an error");
      session.gui.removeRoundListener(broken);
      onEdt(() -> session.console.openModel(Path.of("models/worked-example.yaml")));
      settle();
      assertThat(session.console.getTitle()).isEqualTo("worked-example – Data Market");
    }
  }

  @Test
  void banner_countsThoseWhoPlay() throws Exception {
    assertThat(title("worked-example")).isEqualTo("worked-example: " + described("worked-example"));
    assertThat(title("one-seller", "buyers.count=3000"))
        .isEqualTo("one-seller: 3,000 buyers and 1 seller, with buyers.count=3000");
    assertThat(title("worked-example", "initial-bids=[]"))
        .isEqualTo("worked-example: 5 buyers and 2 sellers, with initial-bids=[]");
    assertThat(title("city", "buyers.count=30", "description=Thirty")).isEqualTo("city: Thirty");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.type("Buyers", "61");
      session.step(0);
      assertThat(session.gui.snapshot().orElseThrow().title())
          .isEqualTo("quickstart: 61 buyers and 40 sellers, with buyers.count=61");
    }
  }

  /** Before it is played, too; unless other values are set than those it speaks of. */
  @Test
  void counterexample_saysAtTheHeadWhatItRefutes() throws Exception {
    String title = "optimal-any: Refutes: %s".formatted(new OptimalAny().statement());
    try (GuiSession session = GuiSession.of("counterexamples/optimal-any")) {
      assertThat(session.gui.opened().orElseThrow().title()).isEqualTo(title);
      assertThat(onEdt(() -> heading(session))).contains("Refutes: No bids whatever gain");
      session.step(0);
      assertThat(session.gui.snapshot().orElseThrow().title()).isEqualTo(title);
      session.type("ε, the bid fee", "5");
      settle();
      assertThat(session.gui.opened().orElseThrow().title())
          .isEqualTo("optimal-any, with epsilon=5");
      assertThat(onEdt(() -> heading(session))).doesNotContain("Refutes");
    }
  }

  /** What stands above the parameters in the tab Model. */
  private static String heading(GuiSession session) {
    return GuiSession.all(session.console.getModelInspector(), JLabel.class)
        .map(label -> String.valueOf(label.getText()))
        .filter(text -> text.startsWith("<html>"))
        .findFirst()
        .orElseThrow();
  }

  private static String described(String model) throws Exception {
    return found(Files.readString(Path.of("models", model + ".yaml")), "(?m)^description: (.+)")
        .get(0);
  }

  private static String title(String model, String... overrides) throws Exception {
    DrawnModel drawn =
        OpenedModel.read(Path.of("models", model + ".yaml"), List.of(overrides)).draw();
    return org.datamarket.gui.display.Titles.of(drawn.model(), drawn.overrides());
  }

  @Test
  void names_sayTheKindOnce() throws Exception {
    assertThat(
            Stream.of("buyer-14", "Buyer-14", "heavy-buyer-3", "ann", "14")
                .map(id -> AgentNames.of("buyer", id)))
        .containsExactly("buyer-14", "Buyer-14", "heavy-buyer-3", "buyer ann", "buyer 14");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.playToPause();
      await("the verdict is known", () -> session.gui.statusText().contains("equilibrium"));
      assertThat(session.gui.statusText()).doesNotContainIgnoringCase("buyer buyer");
      assertThat(session.gui.market().buyers())
          .allSatisfy(buyer -> assertThat(buyer.toString()).matches("buyer-\\d+"));
      assertThat(session.gui.market().sellers())
          .allSatisfy(one -> assertThat(one.toString()).matches("seller-\\d+"));
    }
  }

  @Test
  void about_namesThePapersAuthorsAsTheCitationDoes() throws Exception {
    String citation = Files.readString(Path.of("CITATION.cff"));
    String about =
        new String(DataMarketWithUI.class.getResourceAsStream("index.html").readAllBytes());
    List<String> families = found(citation, "family-names: (.+)");
    List<String> given = found(citation, "given-names: (.+)");
    assertThat(families).hasSize(2);
    for (int k = 0; k < families.size(); k++) {
      assertThat(about).contains(initials(given.get(k)) + " " + families.get(k));
    }
    assertThat(about.replaceAll("\\s+", " "))
        .contains(found(citation, "- type: article\\s+title: (.+)").get(0));
  }

  private static List<String> found(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(r -> r.group(1).strip())
        .toList();
  }

  private static String initials(String given) {
    return Stream.of(given.split(" "))
        .map(name -> name.charAt(0) + ".")
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  @Test
  void whatCannotBeOpened_leavesAllAsItIs() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "format: 1\nbuyrs: []\n");
    Path noClass =
        Files.writeString(
            folder.resolve("class.yaml"),
            Files.readString(Path.of("models/worked-example.yaml"))
                + "\nreach: {kind: nonsense}\n");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {0, 1, 2, (byte) 255});
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(3);
      String hash = session.hash();
      List<Path> bad = List.of(broken, noClass, binary, folder, folder.resolve("missing.yaml"));
      for (Path file : bad) {
        onEdt(() -> session.console.openModel(file));
        settle();
      }
      assertThat(session.errors)
          .hasSize(bad.size())
          .allSatisfy(
              error ->
                  assertThat(error)
                      .startsWith("The model cannot be opened: ")
                      .doesNotContain("Exception"));
      for (Path file : bad) {
        onEdt(() -> session.console.openCheckpoint(file));
        settle();
      }
      assertThat(session.errors)
          .hasSize(2 * bad.size())
          .allSatisfy(error -> assertThat(error).doesNotContain("Exception"));
      assertThat(session.hash()).isEqualTo(hash);
      session.step(1);
      assertThat(session.round()).isEqualTo(4);
    }
  }

  @Test
  void defectAtTheStart_isToldAndTheWindowGoesOn() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      RoundListener broken =
          new RoundListener() {
            @Override
            public void started(org.datamarket.simulation.DataMarket market) {
              throw new StackOverflowError();
            }

            @Override
            public void roundEnded(org.datamarket.simulation.DataMarket market) {}
          };
      session.gui.addRoundListener(broken);
      session.playToPause();
      assertThat(session.errors)
          .singleElement()
          .asString()
          .startsWith("The market cannot be started: ");
      onEdt(session.console::pressStop);
      session.gui.removeRoundListener(broken);
      session.step(2);
      assertThat(session.round()).isEqualTo(2);
      assertThat(session.console.getTitle()).startsWith("quickstart");
    }
  }
}
