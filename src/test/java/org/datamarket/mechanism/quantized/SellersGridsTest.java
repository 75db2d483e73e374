package org.datamarket.mechanism.quantized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.Cases;
import org.datamarket.market.Clearing;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.MechanismMeasures;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;
import org.junit.jupiter.api.Test;

/** Auctions on grids at several sellers, each by itself. */
class SellersGridsTest {
  private static final int MARKETS = 2_000;
  private static final double CLOSE = 1e-9;

  private static Population market(SplittableRandom random) {
    int sellers = 1 + random.nextInt(4);
    int buyers = 1 + random.nextInt(8);
    double[] quantities = random.doubles(sellers, 0, 10).toArray();
    double[] reserves = IntStream.range(0, sellers).mapToDouble(j -> random.nextInt(3)).toArray();
    if (random.nextInt(5) == 0) {
      quantities[0] = 0;
    }
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers][];
    double[] budgets = new double[buyers];
    for (int i = 0; i < buyers; i++) {
      valuations.add(new Parabolic(1 + random.nextInt(6), 0.5 + random.nextInt(3)));
      reach[i] = IntStream.range(0, sellers).filter(j -> random.nextInt(3) > 0).toArray();
      budgets[i] = Double.POSITIVE_INFINITY;
    }
    return new Population(valuations, budgets, quantities, reserves, Reach.of(reach, sellers));
  }

  private static Setting.Rules seeded(long seed) {
    return new Setting.Rules(seed, 0, TieRule.PROPORTIONAL, 1);
  }

  @Test
  void eachSeller_isPlayedByItselfAmongThoseWhoChoseIt() {
    SplittableRandom random = new SplittableRandom(5);
    for (int market = 0; market < Cases.of(MARKETS); market++) {
      Population people = market(random);
      Outcome outcome = new Quantized(31, 0.5).clear(Setting.of(people, seeded(market)));
      int[] chosen = SellerChoice.of(people.reach(), market);
      for (int j = 0; j < people.sellers(); j++) {
        int seller = j;
        List<Integer> guests =
            IntStream.range(0, chosen.length).filter(i -> chosen[i] == seller).boxed().toList();
        QuantizedMarket alone =
            new QuantizedMarket(
                new PriceGrid(0.5, 31, people.reserves()[j]),
                people.quantities()[j],
                guests.stream().map(people.valuations()::get).toList());
        Clearing clearing = alone.clearing(QuantizedPlay.of(alone, alone.start()).end());
        assertThat(outcome.sold()[j]).isEqualTo(clearing.sold());
        for (int k = 0; k < guests.size(); k++) {
          assertThat(outcome.allocation()[guests.get(k)]).isEqualTo(clearing.allocation()[k]);
          assertThat(outcome.payments().orElseThrow().cost()[guests.get(k)])
              .isEqualTo(clearing.cost()[k]);
        }
      }
    }
  }

  @Test
  void outcomes_keepWhatAllMechanismsKeep() {
    SplittableRandom random = new SplittableRandom(6);
    for (int market = 0; market < Cases.of(MARKETS); market++) {
      Setting setting = Setting.of(market(random), seeded(market));
      for (Mechanism mechanism : List.of(new Quantized(101, 0), new QuantizedUnique(101, 0))) {
        Outcome outcome = mechanism.clear(setting);
        MechanismMeasures measures = MechanismMeasures.of(setting, outcome);
        String where = "market %s, %s".formatted(market, mechanism);
        assertThat(measures.efficiency() > 1 + CLOSE).as(where).isFalse();
        assertThat(measures.buyersSurplus() + measures.sellersSurplus())
            .as(where)
            .isCloseTo(measures.welfare(), within(CLOSE * (1 + measures.optimum())));
        for (int i = 0; i < outcome.allocation().length; i++) {
          double worth = setting.population().worth(i, outcome.allocation()[i]);
          assertThat(outcome.payments().orElseThrow().cost()[i])
              .as(where)
              .isLessThanOrEqualTo(worth + CLOSE * (1 + worth));
          assertThat(outcome.allocation()[i])
              .as(where)
              .isLessThanOrEqualTo(setting.population().valuations().get(i).demand());
        }
      }
    }
  }

  @Test
  void choice_isEquallyLikelyAndHangsOnTheSeedAlone() {
    Reach reach = Reach.full(3_000, 3);
    int[] chosen = SellerChoice.of(reach, 9);
    assertThat(SellerChoice.of(reach, 9)).isEqualTo(chosen);
    for (int j = 0; j < 3; j++) {
      int seller = j;
      long count = IntStream.of(chosen).filter(k -> k == seller).count();
      assertThat(count).isBetween(900L, 1_100L);
    }
    assertThat(SellerChoice.of(Reach.of(new int[][] {{}}, 2), 9))
        .containsExactly(SellerChoice.NONE);
  }
}
