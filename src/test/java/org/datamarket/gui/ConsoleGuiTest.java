package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.await;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.datamarket.analysis.Status;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.SummaryText;
import org.datamarket.run.Run;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sim.display.Console;

/** The console as a person uses it: everything in it is the run that there is without it. */
class ConsoleGuiTest {
  private static final long LARGE_SEED = (5L << 40) + 3;

  @TempDir private Path folder;

  private static DataMarket headless(String model, long seed, int rounds, String... overrides)
      throws Exception {
    ModelFile file =
        ModelFile.read(Path.of("models", model + ".yaml"), List.of(overrides)).withSeed(seed);
    DataMarket market = new DataMarket(seed, new FixedModel(file.draw()));
    market.start();
    market.playUntil(rounds);
    return market;
  }

  @Test
  void play_toTheEnd_pausesAndSaysHow() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.playToPause();
      DataMarket alone = headless("quickstart", 1, Integer.MAX_VALUE);
      assertThat(alone.status()).isEqualTo(Status.CONVERGED);
      String verdict = SummaryText.verdict(Run.of(alone).result());
      assertThat(session.hash()).isEqualTo(alone.stateHash());
      assertThat(session.console.getTitle())
          .startsWith("Converged after " + alone.monitor().round() + " rounds: quickstart");
      await("the verdict is known", () -> session.gui.statusText().equalsIgnoreCase(verdict));

      onEdt(session.console::pressPlay);
      settle();
      assertThat(session.console.getPlayState()).isEqualTo(Console.PS_PAUSED);
      assertThat(session.hash()).isEqualTo(alone.stateHash());
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void roundLimit_isSaidToo() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", "round-limit=3")) {
      session.playToPause();
      assertThat(session.round()).isEqualTo(3);
      assertThat(session.console.getTitle()).startsWith("At the limit of 3 rounds");
    }
  }

  @Test
  void cycle_isSaidWithItsPeriod() throws Exception {
    try (GuiSession session = GuiSession.of("fixed-reserve-cycles")) {
      session.playToPause();
      assertThat(session.gui.market().status()).isEqualTo(Status.CYCLE);
      assertThat(session.console.getTitle())
          .startsWith("In a cycle of " + session.gui.market().monitor().period() + " round");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "simultaneous", "asynchronous"})
  void step_isARound(String activation) throws Exception {
    String override = "activation=" + activation;
    try (GuiSession session = GuiSession.of("quickstart", override)) {
      int[] told = new int[1];
      int[] repeated = new int[1];
      session.gui.addRoundListener(market -> told[0]++);
      session.step(0);
      session.gui.scheduleRepeatingImmediatelyBefore(state -> repeated[0]++);
      session.gui.scheduleRepeatingImmediatelyAfter(state -> repeated[0] += 100);
      session.step(4);
      assertThat(session.round()).isEqualTo(4);
      assertThat(told[0]).isEqualTo(4);
      assertThat(repeated[0]).isEqualTo(404);
      assertThat(session.hash()).isEqualTo(headless("quickstart", 1, 4, override).stateHash());
    }
  }

  @Test
  void stop_andPlayAgain_isTheSameRun() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(5);
      String hash = session.hash();
      onEdt(session.console::pressStop);
      assertThat(session.console.getPlayState()).isEqualTo(Console.PS_STOPPED);
      session.step(5);
      assertThat(session.hash()).isEqualTo(hash);

      onEdt(() -> session.console.setIncrementSeedOnStop(true));
      onEdt(session.console::pressStop);
      assertThat(session.gui.seed()).isEqualTo(2);
      session.step(5);
      assertThat(session.hash()).isEqualTo(headless("quickstart", 2, 5).stateHash());
    }
  }

  @Test
  void whilePlaying_consoleAnswers() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", "epsilon=0.01")) {
      onEdt(session.console::pressPlay);
      await("a few rounds are over", () -> session.round() > 3);
      onEdt(() -> session.console.pressPause());
      int round = session.round();
      session.step(1);
      assertThat(session.round()).isEqualTo(round + 1);
      assertThat(session.hash())
          .isEqualTo(headless("quickstart", 1, round + 1, "epsilon=0.01").stateHash());
    }
  }

  @Test
  void parameters_takeEffectAtTheNextStart() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(1);
      session.type("ε, the bid fee", "0.1234");
      session.type("Seed", Long.toString(LARGE_SEED));
      session.type("Buyers", "61");
      session.type("Sellers", "23");
      session.type("Supply / demand", "0.77");
      session.type("Sellers seen", "7");
      session.choose("Buyers' strategy", "waterfill");
      session.choose("Sellers' strategy", "fixed");
      session.choose("Tie rule", "strict");
      session.choose("Order", "fixed");
      assertThat(session.gui.market().model().buyers()).hasSize(200);
      assertThat(session.errors).isEmpty();

      onEdt(session.console::pressStop);
      session.step(4);
      DataMarket alone =
          headless(
              "quickstart",
              LARGE_SEED,
              4,
              "epsilon=0.1234",
              "buyers.count=61",
              "sellers.count=23",
              "supply-demand-ratio=0.77",
              "reach.sellers=7",
              "buyers.strategy=waterfill",
              "sellers.strategy=fixed",
              "ties=strict",
              "order=fixed");
      assertThat(session.gui.market().model().buyers()).isEqualTo(alone.model().buyers());
      assertThat(session.gui.market().model().sellers()).isEqualTo(alone.model().sellers());
      assertThat(session.hash()).isEqualTo(alone.stateHash());
    }
  }

  @Test
  void parameters_thatDoNotApply_areHidden() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      assertThat(Stream.of("Buyers", "Sellers", "Order", "Sellers seen"))
          .allMatch(session::hasParameter);
      assertThat(session.hasParameter("Users")).isFalse();
      session.choose("Activation", "simultaneous");
      assertThat(session.hasParameter("Order")).isFalse();
      session.choose("Reach", "full");
      assertThat(session.hasParameter("Sellers seen")).isFalse();
      onEdt(() -> session.console.openModel(Path.of("models/worked-example.yaml")));
      settle();
      assertThat(Stream.of("Buyers", "Sellers", "Users", "Sellers seen"))
          .noneMatch(session::hasParameter);
      onEdt(() -> session.console.openModel(Path.of("models/hong-kong.yaml")));
      settle();
      assertThat(session.hasParameter("Users")).isTrue();
      session.type("Users", "90");
      session.choose("Buyers' strategy", "waterfill");
      session.step(2);
      assertThat(session.hash())
          .isEqualTo(
              headless("hong-kong", 1, 2, "users.count=90", "users.strategy=waterfill")
                  .stateHash());
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void parameters_playingLeavesThemAlone() throws Exception {
    try (GuiSession session =
        GuiSession.of("quickstart", "epsilon=0.34567", "supply-demand-ratio=0.61234")) {
      OpenedModel before = session.gui.opened().orElseThrow();
      session.step(3);
      onEdt(session.console::refresh);
      session.playToPauseAt(8);
      assertThat(session.gui.opened().orElseThrow()).isSameAs(before);
      session.slide("ε, the bid fee", 500);
      assertThat(value(session, "ε, the bid fee")).isEqualTo("1");
      assertThat(value(session, "Supply / demand")).isEqualTo("0.61234");
    }
  }

  @Test
  void parameters_refusedValue_isToldInOneLineAndForgotten() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.choose("Buyers' strategy", "truthful-single");
      assertThat(session.errors)
          .singleElement()
          .asString()
          .startsWith("That cannot be set: ")
          .doesNotContain("\n");
      assertThat(session.gui.opened().orElseThrow().overrides()).isEmpty();
      session.type("Seed", "many");
      assertThat(session.errors).hasSize(2);
      session.type("ε, the bid fee", "-1");
      assertThat(session.errors).hasSize(3);
      assertThat(value(session, "ε, the bid fee")).isEqualTo("0.3");
      assertThat(session.field("ε, the bid fee").getValue()).isEqualTo("0.3");
    }
  }

  private static String value(GuiSession session, String parameter) {
    return Parameters.named(parameter).in(session.gui.opened().orElseThrow());
  }

  @Test
  void seedField_keepsAllBits() throws Exception {
    OpenedModel model =
        OpenedModel.read(Path.of("models/quickstart.yaml"), List.of()).withSeed(LARGE_SEED);
    try (GuiSession session = GuiSession.of(model)) {
      session.step(3);
      assertThat(session.gui.market().seed()).isEqualTo(LARGE_SEED);
      assertThat(session.hash()).isEqualTo(headless("quickstart", LARGE_SEED, 3).stateHash());
      assertThat(session.consoleSeed().getValue()).isEqualTo(Long.toString(LARGE_SEED));
      onEdt(session.console::pressStop);
      onEdt(
          () ->
              session
                  .consoleSeed()
                  .setValue(session.consoleSeed().newValue(Long.toString(LARGE_SEED + 1))));
      session.step(3);
      assertThat(session.hash()).isEqualTo(headless("quickstart", LARGE_SEED + 1, 3).stateHash());
    }
  }

  @Test
  void marketFromElsewhere_playsWithItsSeed() throws Exception {
    ModelFile file =
        ModelFile.read(Path.of("models/quickstart.yaml"), List.of()).withSeed(LARGE_SEED);
    try (GuiSession session =
        GuiSession.of(new DataMarket(LARGE_SEED, new FixedModel(file.draw())))) {
      session.step(3);
      assertThat(session.hash()).isEqualTo(headless("quickstart", LARGE_SEED, 3).stateHash());
      assertThat(session.hasParameter("Seed")).isFalse();
    }
  }

  @Test
  void openModel_takesItsPlace() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "format: 1\nbuyrs: []\n");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      session.answerWith(Path.of("models/worked-example.yaml"));
      onEdt(() -> session.menu("Open model…").doClick());
      settle();
      assertThat(session.console.getPlayState()).isEqualTo(Console.PS_STOPPED);
      session.playToPause();
      assertThat(session.gui.market().model().name()).isEqualTo("worked-example");
      assertThat(session.hash())
          .isEqualTo(headless("worked-example", 1, Integer.MAX_VALUE).stateHash());

      session.answerWith(broken);
      onEdt(() -> session.menu("Open model…").doClick());
      settle();
      assertThat(session.errors)
          .singleElement()
          .asString()
          .startsWith("The model cannot be opened: " + broken + ":2:1: unknown key")
          .doesNotContain("\n");
      assertThat(session.gui.opened().orElseThrow().name()).isEqualTo("worked-example");
    }
  }

  @Test
  void checkpoint_goesOnIdentically() throws Exception {
    Path file = folder.resolve("half.checkpoint");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.type("Seed", Long.toString(LARGE_SEED));
      session.step(6);
      String then = session.hash();
      session.answerWith(file);
      onEdt(() -> session.menu("Save").doClick());
      session.step(4);
      String later = session.hash();
      assertThat(later).isNotEqualTo(then);

      onEdt(() -> session.console.openModel(Path.of("models/worked-example.yaml")));
      settle();
      session.answerWith(file);
      onEdt(() -> session.menu("Open...").doClick());
      settle();
      assertThat(session.console.getPlayState()).isEqualTo(Console.PS_PAUSED);
      assertThat(session.hash()).isEqualTo(then);
      assertThat(session.gui.opened().orElseThrow().name()).isEqualTo("quickstart");
      assertThat(session.gui.seed()).isEqualTo(LARGE_SEED);
      session.step(4);
      assertThat(session.hash()).isEqualTo(later);
      session.step(0);
      onEdt(session.console::pressStop);
      session.step(10);
      assertThat(session.hash()).isEqualTo(later);
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void checkpointOfAHeadlessRun_goesOnIdentically() throws Exception {
    ModelFile file =
        ModelFile.read(Path.of("models/quickstart.yaml"), List.of("epsilon=0.2"))
            .withSeed(LARGE_SEED);
    DataMarket alone = new DataMarket(LARGE_SEED, new FixedModel(file.draw()));
    alone.start();
    alone.playUntil(7);
    Path kept = folder.resolve("headless.checkpoint");
    Checkpoint.write(alone, file.fingerprint(), kept);
    alone.playUntil(Integer.MAX_VALUE);
    try (GuiSession session = GuiSession.of("worked-example")) {
      session.answerWith(kept);
      onEdt(() -> session.menu("Open...").doClick());
      settle();
      assertThat(session.round()).isEqualTo(7);
      onEdt(session.console::pressPause);
      session.awaitPause();
      assertThat(session.gui.market().status()).isEqualTo(alone.status());
      assertThat(session.hash()).isEqualTo(alone.stateHash());
      assertThat(session.errors).isEmpty();
    }
    try (GuiSession session =
        GuiSession.of(
            OpenedModel.read(Path.of("models/quickstart.yaml"), List.of("epsilon=0.2"))
                .withSeed(LARGE_SEED))) {
      onEdt(() -> session.console.openCheckpoint(kept));
      settle();
      assertThat(session.gui.opened()).as("the model is the one that was open").isPresent();
      assertThat(session.round()).isEqualTo(7);
    }
  }

  @Test
  void checkpointOfTheConsole_goesOnHeadless() throws Exception {
    Path kept = folder.resolve("console.checkpoint");
    ModelFile file = ModelFile.read(Path.of("models/quickstart.yaml"), List.of("epsilon=0.2"));
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.type("ε, the bid fee", "0.2");
      session.step(5);
      session.type("ε, the bid fee", "0.4");
      onEdt(() -> session.console.saveCheckpoint(kept));
      assertThat(session.errors).isEmpty();
    }
    DataMarket restored = Checkpoint.read(kept, file.fingerprint());
    assertThat(restored.monitor().round()).isEqualTo(5);
    restored.playUntil(Integer.MAX_VALUE);
    DataMarket alone = headless("quickstart", 1, Integer.MAX_VALUE, "epsilon=0.2");
    assertThat(restored.stateHash()).isEqualTo(alone.stateHash());
    assertThat(restored.monitor().rounds()).isEqualTo(alone.monitor().rounds());
  }

  @Test
  void checkpoint_unusable_isToldInOneLine() throws Exception {
    Path none = Files.writeString(folder.resolve("none.checkpoint"), "nothing");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.answerWith(folder.resolve("early.checkpoint"));
      onEdt(() -> session.menu("Save As...").doClick());
      assertThat(session.errors).singleElement().asString().contains("press play or pause first");
      session.step(2);
      String hash = session.hash();
      onEdt(() -> session.console.openCheckpoint(none));
      onEdt(() -> session.console.openCheckpoint(folder.resolve("missing")));
      onEdt(() -> session.console.saveCheckpoint(folder.resolve("no/such/folder")));
      assertThat(session.errors.get(1)).endsWith(none + ": is not a checkpoint");
      assertThat(session.errors.get(2)).endsWith("missing: no such file");
      assertThat(session.errors.get(3)).endsWith("no/such/folder: cannot be written");
      assertThat(session.errors)
          .hasSize(4)
          .allSatisfy(line -> assertThat(line).doesNotContain("\n"));
      assertThat(session.hash()).isEqualTo(hash);
    }
  }

  @Test
  void exceptionInAStep_isShownAndPauses() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      RoundListener broken =
          market -> {
            if (market.monitor().round() == 3) {
              throw new IllegalStateException("the third round is broken");
            }
          };
      session.gui.addRoundListener(broken);
      session.playToPause();
      assertThat(session.round()).isEqualTo(3);
      assertThat(session.errors)
          .singleElement()
          .asString()
          .startsWith("The run has stopped: the third round is broken");
      assertThat(session.console.getTitle()).startsWith("Stopped by an error");
      assertThat(session.gui.statusText()).contains("the third round is broken");
      session.step(1);
      assertThat(session.round()).isEqualTo(3);

      session.gui.removeRoundListener(broken);
      onEdt(session.console::pressStop);
      session.step(4);
      assertThat(session.round()).isEqualTo(4);
      assertThat(session.errors).hasSize(1);
    }
  }

  @Test
  void pictures_areOneARound() throws Exception {
    Path frames = folder.resolve("film");
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.answerWith(frames);
      onEdt(() -> session.menu("Pictures of every round…").doClick());
      session.playToPause();
      int rounds = session.round();
      List<String> expected = new ArrayList<>();
      for (int k = 0; k <= rounds; k++) {
        expected.add(String.format("frame-%05d.png", k));
      }
      try (Stream<Path> files = Files.list(frames)) {
        assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
            .isEqualTo(expected);
      }
      assertThat(ImageIO.read(frames.resolve(expected.get(rounds)).toFile()).getWidth())
          .isEqualTo(1000);
      onEdt(() -> session.menu("Stop pictures to film").doClick());
      onEdt(session.console::pressStop);
      session.step(1);
      assertThat(session.gui.film().folder()).isEmpty();
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void properties_sayWhatTheyMean() throws Exception {
    MarketState state = new MarketState(new DataMarketWithUI());
    assertThat(Parameters.ALL.get(0).name()).isEqualTo("ε, the bid fee");
    assertThat(Parameters.ALL)
        .allSatisfy(one -> assertThat(one.meaning()).endsWith("From the next start."));
    for (int k = 0; k < state.numProperties(); k++) {
      assertThat(state.getDescription(k)).isNotBlank();
      assertThat(state.isReadWrite(k)).isFalse();
    }
  }

  @Test
  void masonsConsole_opensOurModelAlone() throws Exception {
    try (var list = getClass().getResourceAsStream("/sim/display/simulation.classes")) {
      List<String> lines =
          new String(list.readAllBytes()).lines().filter(l -> !l.startsWith("#")).toList();
      assertThat(lines)
          .containsExactly("ONLY", "NAME: Data Market", DataMarketWithUI.class.getName());
    }
    assertThat(DataMarketWithUI.getName()).isEqualTo("Data Market");
    assertThat(DataMarketWithUI.class.getResource("index.html")).isNotNull();
    assertThat(DataMarketWithUI.class.getResource("icon.png")).isNotNull();
  }
}
