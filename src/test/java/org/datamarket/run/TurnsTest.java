package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.datamarket.analysis.Status;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.RunTables;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Playing turn by turn comes to the same as playing by rounds, to the last byte. */
class TurnsTest {
  private static final String RANDOM = "order=random";
  private static final String FIXED = "order=fixed";
  private static final String SIMULTANEOUS = "activation=simultaneous";
  private static final String ASYNCHRONOUS = "activation=asynchronous";

  @TempDir private Path folder;

  private static MarketModel model(String override) throws Exception {
    return ModelFile.read(Path.of("models/quickstart.yaml"), List.of(override, "round-limit=40"))
        .draw();
  }

  private static DataMarket started(MarketModel model) {
    DataMarket market =
        new DataMarket(model.seed(), new FixedModel(model), new DataMarket.Options(true, true));
    market.start();
    return market;
  }

  /** Plays a round by single turns, all of them or some. */
  private static void playRound(DataMarket market, int most) {
    int round = market.monitor().round();
    int taken = 0;
    while (taken < most && market.takeTurn()) {
      taken++;
    }
    market.playUntil(round + 1);
  }

  private TreeMap<String, String> tables(DataMarket market, String name) throws IOException {
    Path into = Files.createDirectories(folder.resolve(name));
    new RunTables(Run.of(market).result()).writeTo(into);
    TreeMap<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(into)) {
      for (Path file : files.toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  @ParameterizedTest
  @ValueSource(strings = {RANDOM, FIXED, SIMULTANEOUS, ASYNCHRONOUS})
  void turnByTurn_isTheSameRun(String override) throws Exception {
    MarketModel model = model(override);
    DataMarket byRounds = started(model);
    DataMarket byTurns = started(model);
    SplittableRandom random = new SplittableRandom(7);
    while (byRounds.status() == Status.RUNNING) {
      byRounds.playUntil(byRounds.monitor().round() + 1);
      playRound(byTurns, random.nextInt(3) == 0 ? random.nextInt(200) : Integer.MAX_VALUE);
      assertThat(byTurns.stateHash()).isEqualTo(byRounds.stateHash());
    }
    assertThat(tables(byTurns, "turns"))
        .hasSizeGreaterThan(5)
        .isEqualTo(tables(byRounds, "rounds"));
  }

  @Test
  void turns_areTakenOneByOneButForTheLast() throws Exception {
    DataMarket market = started(model(RANDOM));
    List<Integer> movers = new ArrayList<>();
    market.watchTurns((simulation, buyer) -> movers.add(buyer));
    int taken = 0;
    while (market.takeTurn()) {
      taken++;
      assertThat(movers).hasSize(taken);
      assertThat(market.turnsTaken()).isEqualTo(taken);
      assertThat(market.monitor().round()).isZero();
    }
    assertThat(taken).isEqualTo(market.buyers().size() - 1);
    market.playUntil(1);
    assertThat(movers).hasSize(market.buyers().size()).doesNotHaveDuplicates();
    assertThat(market.turnsTaken()).isZero();

    List<Integer> first = List.copyOf(movers);
    movers.clear();
    while (market.takeTurn()) {
      assertThat(market.monitor().round()).isEqualTo(1);
    }
    assertThat(movers).isNotEqualTo(first.subList(0, movers.size()));
  }

  @Test
  void fixedOrder_isThatOfTheModel() throws Exception {
    DataMarket market = started(model(FIXED));
    List<Integer> movers = new ArrayList<>();
    market.watchTurns((simulation, buyer) -> movers.add(buyer));
    for (int k = 0; k < 5; k++) {
      assertThat(market.takeTurn()).isTrue();
    }
    assertThat(movers).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void sequential_bidsStandAtOnce_simultaneousOnesDoNot() throws Exception {
    DataMarket sequential = started(model(FIXED));
    DataMarket simultaneous = started(model(SIMULTANEOUS));
    long before = simultaneous.market().changes();
    int bidding = 0;
    for (int k = 0; k < 20; k++) {
      long changes = sequential.market().changes();
      assertThat(sequential.takeTurn()).isTrue();
      assertThat(simultaneous.takeTurn()).isTrue();
      boolean bids = sequential.buyers().get(k).lastDecision().orElseThrow().accepted();
      bidding += bids ? 1 : 0;
      assertThat(sequential.market().changes() > changes).isEqualTo(bids);
      assertThat(simultaneous.market().changes()).isEqualTo(before);
    }
    assertThat(bidding).isPositive();
    simultaneous.playUntil(1);
    assertThat(simultaneous.market().changes()).isGreaterThan(before);
  }

  @Test
  void asynchronous_everyTurnIsAStepOfTheSchedule() throws Exception {
    DataMarket market = started(model(ASYNCHRONOUS));
    assertThat(market.takeTurn()).isFalse();
    Set<Double> moments = new HashSet<>();
    market.watchTurns((simulation, buyer) -> moments.add(simulation.schedule.getTime()));
    market.playUntil(2);
    assertThat(moments).hasSize((int) market.monitor().turns());
  }

  @Test
  void overIsOver() throws Exception {
    DataMarket market = started(model(RANDOM));
    market.playUntil(Integer.MAX_VALUE);
    String end = market.stateHash();
    assertThat(market.takeTurn()).isFalse();
    assertThat(market.stateHash()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {RANDOM, FIXED, SIMULTANEOUS})
  void checkpointAmidARound_goesOnIdentically(String override) throws Exception {
    MarketModel model = model(override);
    DataMarket market = started(model);
    market.playUntil(4);
    for (int k = 0; k < 77; k++) {
      assertThat(market.takeTurn()).isTrue();
    }
    Path file = folder.resolve("amid.checkpoint");
    Checkpoint.write(market, "a model", file);
    DataMarket restored = Checkpoint.read(file, "a model");
    assertThat(restored.turnsTaken()).isEqualTo(77);
    for (int k = 0; k < 10; k++) {
      assertThat(restored.takeTurn()).isTrue();
    }
    restored.playUntil(Integer.MAX_VALUE);

    DataMarket byRounds = started(model);
    byRounds.playUntil(Integer.MAX_VALUE);
    assertThat(tables(restored, "restored")).isEqualTo(tables(byRounds, "rounds"));
  }
}
