package org.datamarket.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.TraceEntry;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run says of itself agrees with what happened in it. */
class BookkeepingTest {
  @TempDir private Path folder;

  static Stream<String> models() {
    return Played.MODELS.stream().map(model -> model.getFileName().toString());
  }

  private static RunResult play(String model, String... overrides) throws Exception {
    return Played.result(ModelFile.read(Path.of("models", model), List.of(overrides)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void countsAndEnd_areWhatTheTraceSays(String model) throws Exception {
    RunResult result = play(model, "round-limit=60");
    Map<Integer, Long> bids = new TreeMap<>();
    for (TraceEntry entry : result.trace()) {
      bids.merge(entry.round(), 1L, Long::sum);
    }
    long replies = 0;
    for (RoundMeasures round : result.rounds()) {
      assertThat(round.messages()).isEqualTo(bids.getOrDefault(round.round(), 0L).intValue());
      assertThat(round.replies()).isLessThanOrEqualTo(result.buyers().size());
      replies += round.replies();
    }
    assertThat(result.messages()).isEqualTo(result.trace().size());
    assertThat(result.replies()).isEqualTo(replies);
    assertThat(result.turns()).isEqualTo((long) result.buyers().size() * result.rounds().size());
    assertThat(result.staleReplies()).isZero();
    RoundMeasures last = result.rounds().get(result.rounds().size() - 1);
    assertThat(last.welfare()).isEqualTo(result.measures().welfare());
    assertThat(last.liveBids())
        .isEqualTo(result.buyers().stream().mapToInt(buyer -> buyer.bids().size()).sum());
    if (result.status() == Status.CONVERGED) {
      assertThat(last.messages()).isZero();
      assertThat(last.reservesMoved()).isZero();
    } else if (result.status() == Status.ROUND_LIMIT) {
      assertThat(result.rounds()).hasSize(60);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void trace_replayedGivesTheFinalBids(String model) throws Exception {
    ModelFile file = ModelFile.read(Path.of("models", model), List.of("round-limit=60"));
    RunResult result = Played.result(file);
    Played.folder(folder.resolve("run"), file, result);

    assertThat(replay(Files.readAllLines(folder.resolve("run/trace.csv"))))
        .isEqualTo(finalBids(Files.readAllLines(folder.resolve("run/bids.csv"))));

    Bids[] bids = result.model().buyers().stream().map(BuyerSpec::initialBids).toArray(Bids[]::new);
    result.trace().forEach(entry -> bids[entry.buyer()] = entry.bids());
    for (int i = 0; i < bids.length; i++) {
      assertThat(result.buyers().get(i).bids()).isEqualTo(bids[i]);
    }
  }

  /** Each buyer's bids after the last row: "seller quantity price". */
  private static Map<String, List<String>> replay(List<String> lines) {
    List<String> header = List.of(lines.get(0).split(","));
    Map<String, List<String>> live = new TreeMap<>();
    Map<String, String> newest = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String buyer = cells[header.indexOf("buyer")];
      String message = cells[header.indexOf("message")];
      if (!message.equals(newest.put(buyer, message))) {
        live.put(buyer, new ArrayList<>());
      }
      if (!cells[header.indexOf("seller")].isEmpty()) {
        live.get(buyer).add(bid(header, cells));
      }
    }
    live.values().removeIf(List::isEmpty);
    return live;
  }

  private static Map<String, List<String>> finalBids(List<String> lines) {
    List<String> header = List.of(lines.get(0).split(","));
    Map<String, List<String>> live = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String buyer = cells[header.indexOf("buyer")];
      live.computeIfAbsent(buyer, key -> new ArrayList<>()).add(bid(header, cells));
    }
    return live;
  }

  private static String bid(List<String> header, String[] cells) {
    return Stream.of("seller", "quantity", "price")
        .map(column -> cells[header.indexOf(column)])
        .reduce("", (a, b) -> a + " " + b);
  }

  @Test
  void roundLimit_endsTheRunAndSaysSo() throws Exception {
    RunResult result = play("quickstart.yaml", "round-limit=3");

    assertThat(result.status()).isEqualTo(Status.ROUND_LIMIT);
    assertThat(result.rounds()).hasSize(3);
    assertThat(result.period()).isZero();
    assertThat(play("quickstart.yaml", "round-limit=1").rounds()).hasSize(1);
  }

  @Test
  void convergingInTheLastRoundAllowed_isConverged() throws Exception {
    int rounds = play("reproduction.yaml").rounds().size();

    assertThat(play("reproduction.yaml", "round-limit=" + rounds).status())
        .isEqualTo(Status.CONVERGED);
    assertThat(play("reproduction.yaml", "round-limit=" + (rounds - 1)).status())
        .isEqualTo(Status.ROUND_LIMIT);
  }

  @Test
  void isp_isBoughtFromWhereItIsCheaperAndBoundsPrices() throws Exception {
    RunResult without = play("reproduction.yaml");
    RunResult with = play("reproduction.yaml", "isp={price: 3}");

    assertThat(without.measures().ispPurchases()).isZero();
    assertThat(with.status()).isEqualTo(Status.CONVERGED);
    assertThat(with.measures().ispPurchases()).isPositive();
    assertThat(with.measures().priceMean()).isLessThanOrEqualTo(3 + 1e-9);
    assertThat(with.measures().priceMean()).isLessThan(without.measures().priceMean());
    double bought = 0;
    for (int i = 0; i < with.buyers().size(); i++) {
      BuyerAccount account = with.buyers().get(i);
      Valuation alone = without.model().buyers().get(i).valuation();
      double fromIsp = Math.max(0, alone.demandAt(3) - account.allocation());
      bought += fromIsp;
      assertThat(account.bids().highestPrice()).isLessThanOrEqualTo(3 + 1e-9);
      assertThat(account.utility())
          .isCloseTo(
              alone.value(account.allocation() + fromIsp) - 3 * fromIsp - account.cost(),
              within(1e-9));
      assertThat(account.utility())
          .as("never less than by buying all from the ISP")
          .isGreaterThanOrEqualTo(alone.value(alone.demandAt(3)) - 3 * alone.demandAt(3) - 1e-9);
    }
    assertThat(with.measures().ispPurchases()).isCloseTo(bought, within(1e-9 * bought));
  }

  @Test
  void delays_makeRepliesStaleAndAreCounted() throws Exception {
    String gap = "gap: {exponential: {mean: 2}}";
    RunResult delayed =
        play("reproduction.yaml", "activation={kind: asynchronous, " + gap + ", delay: 1}");
    RunResult prompt =
        play("reproduction.yaml", "activation={kind: asynchronous, " + gap + ", delay: 0}");

    assertThat(delayed.staleReplies()).isPositive().isLessThanOrEqualTo(delayed.replies());
    assertThat(delayed.staleReplies())
        .isEqualTo(delayed.rounds().stream().mapToLong(RoundMeasures::staleReplies).sum());
    assertThat(prompt.staleReplies()).isZero();
    assertThat(prompt.status()).isEqualTo(Status.CONVERGED);
  }

  @Test
  void longDelays_noConvergenceWhileMessagesAreUnderWay() throws Exception {
    RunResult result =
        play("tuffin-ties.yaml", "activation={kind: asynchronous, gap: 1, delay: 9.5}");

    assertThat(result.status()).isEqualTo(Status.CONVERGED);
    int lastBid = result.trace().get(result.trace().size() - 1).round();
    assertThat(result.rounds().size())
        .as("the last bid and the news of it take 19 rounds together")
        .isGreaterThanOrEqualTo(lastBid + 18);
    assertThat(result.rounds().stream().filter(round -> round.messages() == 0).count())
        .isGreaterThan(15);
  }
}
