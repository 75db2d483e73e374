package org.datamarket.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.datamarket.market.Market;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;

/** Which turns of a run are kept, and that they are kept as they were. */
class TurnSampleTest {
  private final MarketModel model = reproduction();

  private static MarketModel reproduction() {
    try {
      return ModelFile.read(Path.of("models/reproduction.yaml"), List.of()).draw();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private TurnSample sample(long seed, int size, boolean skips) {
    DataMarket simulation =
        new DataMarket(1, new FixedModel(model), new DataMarket.Options(skips, false));
    TurnSample sample = new TurnSample(seed, size);
    simulation.start();
    simulation.watchTurns(sample);
    simulation.playUntil(Integer.MAX_VALUE);
    return sample;
  }

  private long turns() {
    return sample(1, Integer.MAX_VALUE, true).turns().size();
  }

  private static List<Long> numbers(TurnSample sample) {
    return sample.turns().stream().map(Turn::number).toList();
  }

  @Test
  void sample_isTheSameHoweverTheRunIsPlayed() {
    assertThat(numbers(sample(3, 25, true)))
        .hasSize(25)
        .isSorted()
        .isEqualTo(numbers(sample(3, 25, false)))
        .isNotEqualTo(numbers(sample(4, 25, true)));
  }

  @Test
  void largeSample_isAllTurns() {
    int all = (int) turns();
    assertThat(numbers(sample(3, all, true)))
        .isEqualTo(LongStream.rangeClosed(1, all).boxed().toList());
  }

  /** Each turn is kept with chance n / T: the mean place of 60 × 20 turns is the middle. */
  @Test
  void turns_areKeptEquallyOften() {
    double all = turns();
    double mean =
        LongStream.range(0, 60)
            .boxed()
            .flatMap(seed -> numbers(sample(seed, 20, true)).stream())
            .mapToDouble(number -> (number - 0.5) / all)
            .average()
            .orElseThrow();
    double deviation = Math.sqrt(1.0 / 12 / (60 * 20));
    assertThat(mean).isCloseTo(0.5, within(4 * deviation));
  }

  @Test
  void turn_hasTheMarketAsTheBuyerFoundIt() {
    DataMarket simulation = new DataMarket(1, new FixedModel(model));
    TurnSample sample = new TurnSample(1, Integer.MAX_VALUE);
    List<Market> found = new ArrayList<>();
    simulation.start();
    simulation.watchTurns(
        (running, buyer) -> {
          sample.turnBegins(running, buyer);
          found.add(running.market().copy());
        });
    simulation.playUntil(3);
    List<Turn> turns = sample.turns();
    assertThat(turns).hasSameSizeAs(found);
    for (int k = 0; k < found.size(); k++) {
      assertThat(turns.get(k).round()).isEqualTo(1 + k / model.buyers().size());
      for (int i = 0; i < model.buyers().size(); i++) {
        assertThat(turns.get(k).market().bids(i)).isSameAs(found.get(k).bids(i));
      }
      for (int j = 0; j < model.sellers().size(); j++) {
        assertThat(turns.get(k).market().auction(j)).isSameAs(found.get(k).auction(j));
      }
    }
  }
}
