package org.datamarket.mechanism.quantized;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;
import org.junit.jupiter.api.Test;

/** The one price of a grid: against its definition, and beside the planner's. */
class UniqueLimitTest {
  private static final long SEED = 20_261_202;

  private static Valuation valuation(SplittableRandom random) {
    double demand = (1 + random.nextInt(80)) / 8.0;
    return switch (random.nextInt(5)) {
      case 0 -> new AlphaFair(demand, 1 + random.nextInt(8), 0.5, random.nextInt(3));
      case 1 -> new Logarithmic(demand, 1 + random.nextInt(30), 1 + random.nextInt(3));
      case 2 -> new Linear(demand, (1 + random.nextInt(40)) / 4.0);
      default -> new Parabolic(demand, Math.scalb(1.0, random.nextInt(4) - 2));
    };
  }

  private static QuantizedMarket market(SplittableRandom random, double reserve) {
    List<Valuation> valuations = new ArrayList<>();
    double wanted = 0;
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      valuations.add(valuation(random));
      wanted += valuations.get(valuations.size() - 1).demand();
    }
    double supply = Math.ceil(8 * wanted * random.nextDouble() * 1.2) / 8;
    double step = Math.scalb(1.0, random.nextInt(4) - 3);
    return new QuantizedMarket(
        new PriceGrid(step, 2 + random.nextInt(60), Math.min(reserve, step)), supply, valuations);
  }

  private static double wanted(QuantizedMarket market, double price) {
    return market.valuations().stream().mapToDouble(v -> v.demandAt(price)).sum();
  }

  /** Level by level, from the lowest. */
  @Test
  void play_isThatOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(SEED);
    int raised = 0;
    int tooLow = 0;
    for (int k = 0; k < Cases.of(3_000); k++) {
      QuantizedMarket market = market(random, k % 2 * random.nextDouble());
      PriceGrid grid = market.grid();
      List<List<Integer>> levels = new ArrayList<>();
      int level = grid.reserve() > 0 ? 1 : 0;
      levels.add(Collections.nCopies(market.valuations().size(), level));
      while (wanted(market, level * grid.step()) > market.supply() && level < grid.top()) {
        level++;
        levels.add(Collections.nCopies(market.valuations().size(), level));
      }
      QuantizedPlay play = UniqueLimit.play(market);
      assertThat(play.path().stream().map(Profile::levels).toList()).isEqualTo(levels);
      assertThat(play.isAtRest()).isTrue();
      assertThat(play.changingRounds()).isEqualTo(levels.size() - 1);
      assertThat(UniqueLimit.level(market)).isEqualTo(level);
      for (int i = 0; i < market.valuations().size(); i++) {
        double demand = market.valuations().get(i).demandAt(level * grid.step());
        assertThat(play.end().quantities().get(i)).isEqualTo(demand);
      }
      raised += play.changingRounds() > 3 ? 1 : 0;
      tooLow += wanted(market, level * grid.step()) > market.supply() ? 1 : 0;
    }
    assertThat(raised).isGreaterThan(Cases.of(3_000) / 4);
    assertThat(tooLow).isGreaterThan(Cases.of(3_000) / 100);
  }

  /** Without a reserve the planner's price, if several the lowest, is in (p° − δ, p°]. */
  @Test
  void plannersPrice_isWithinOneStepBelow() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int binding = 0;
    for (int k = 0; k < Cases.of(3_000); k++) {
      QuantizedMarket market = market(random, 0);
      PriceGrid grid = market.grid();
      double price = grid.price(UniqueLimit.level(market));
      if (wanted(market, price) <= market.supply() && market.supply() > 0) {
        int buyers = market.valuations().size();
        Population people =
            new Population(
                market.valuations(),
                new double[buyers],
                new double[] {market.supply()},
                new double[] {0},
                Reach.full(buyers, 1));
        double lambda = Setting.of(people).prices().low()[0];
        assertThat(lambda).isLessThanOrEqualTo(price * (1 + 1e-9));
        assertThat(lambda).isGreaterThan((price - grid.step()) * (1 - 1e-9));
        binding += lambda > 0 ? 1 : 0;
      }
    }
    assertThat(binding).isGreaterThan(Cases.of(3_000) / 4);
  }
}
