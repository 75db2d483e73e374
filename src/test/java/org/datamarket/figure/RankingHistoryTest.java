package org.datamarket.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.datamarket.explain.BuyerInsight;
import org.datamarket.explain.RankingMoment;
import org.datamarket.figure.RankingHistory.Cell;
import org.datamarket.figure.RankingHistory.Standing;
import org.datamarket.model.MarketModel;
import org.datamarket.output.Samples;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;

class RankingHistoryTest {
  private static RankingMoment moment(int round, int reach, List<String> ranked, int pool) {
    return new RankingMoment(
        round,
        reach,
        ranked,
        ranked.subList(0, pool),
        pool == 0 ? Optional.empty() : Optional.of(ranked.get(pool - 1)),
        1,
        1,
        1,
        0,
        0.1);
  }

  private static List<String> sellers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(k -> "s" + k).toList();
  }

  private static List<String> shown(RankingHistory history) {
    return history.rows().stream().map(RankingHistory.Row::seller).toList();
  }

  @Test
  void rows_haveRanksPoolAndMarginalSeller() {
    RankingHistory history =
        RankingHistory.of(
            List.of(
                moment(4, 4, List.of("a", "b", "c"), 2),
                moment(5, 4, List.of("b", "a"), 1),
                moment(6, 4, List.of("b"), 0)));
    assertThat(shown(history)).containsExactly("b", "a", "c");
    assertThat(history.rows().get(0).cells())
        .containsExactly(
            new Cell(2, Standing.MARGINAL),
            new Cell(1, Standing.MARGINAL),
            new Cell(1, Standing.RANKED));
    assertThat(history.rows().get(1).cells())
        .containsExactly(
            new Cell(1, Standing.POOL),
            new Cell(2, Standing.RANKED),
            new Cell(0, Standing.UNRANKED));
    assertThat(history.rows().get(2).cells())
        .containsExactly(
            new Cell(3, Standing.RANKED),
            new Cell(0, Standing.UNRANKED),
            new Cell(0, Standing.UNRANKED));
    assertThat(history.deepest()).isEqualTo(3);
    assertThat(history.leftOut()).isEqualTo(1);
  }

  @Test
  void nothingRecorded_hasNoRows() {
    RankingHistory history = RankingHistory.of(List.of());
    assertThat(history.rows()).isEmpty();
    assertThat(history.leftOut()).isZero();
    assertThat(history.deepest()).isZero();
  }

  @Test
  void manySellers_thoseOfThePoolStayThenTheBestRanked() {
    List<String> last = new ArrayList<>(sellers(1, 60));
    last.remove("s60");
    last.add(0, "s60"); // never in a pool, but once the best
    List<RankingMoment> moments =
        List.of(
            moment(1, 100, sellers(1, 60), 0),
            moment(2, 100, List.of("s55", "s54", "s1"), 2),
            moment(3, 100, last, 0));
    RankingHistory history = RankingHistory.of(moments);
    List<String> expected = new ArrayList<>(sellers(1, 37));
    expected.addAll(List.of("s54", "s55", "s60"));
    assertThat(shown(history)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(history.rows()).hasSize(RankingHistory.MOST_ROWS);
    assertThat(history.leftOut()).isEqualTo(60);
    assertThat(shown(history).get(0)).isEqualTo("s1");
  }

  /** Whoever has a row was as often in the pool, or else ranked as well, as anybody without one. */
  @Test
  void choice_holdsOnRandomRankings() {
    Random random = new Random(5);
    for (int k = 0; k < 50; k++) {
      List<RankingMoment> moments = new ArrayList<>();
      for (int round = 1; round <= 12; round++) {
        List<String> ranked = new ArrayList<>(sellers(1, 70));
        Collections.shuffle(ranked, random);
        moments.add(moment(round, 80, ranked.subList(0, random.nextInt(71)), 0));
        int size = moments.get(round - 1).ranked().size();
        List<String> some = moments.get(round - 1).ranked();
        moments.set(round - 1, moment(round, 80, some, random.nextInt(Math.min(size, 4) + 1)));
      }
      RankingHistory history = RankingHistory.of(moments);
      List<String> in = shown(history);
      List<String> out = new ArrayList<>(sellers(1, 70));
      out.removeAll(in);
      out.removeIf(seller -> best(seller, moments) == Integer.MAX_VALUE);
      assertThat(in).hasSize(RankingHistory.MOST_ROWS);
      assertThat(out).isNotEmpty();
      for (String stays : in) {
        for (String goes : out) {
          long more = inPool(stays, moments) - inPool(goes, moments);
          assertThat(more).isNotNegative();
          if (more == 0) {
            assertThat(best(stays, moments)).isLessThanOrEqualTo(best(goes, moments));
          }
        }
      }
    }
  }

  private static long inPool(String seller, List<RankingMoment> moments) {
    return moments.stream().filter(moment -> moment.pool().contains(seller)).count();
  }

  private static int best(String seller, List<RankingMoment> moments) {
    return moments.stream()
        .map(moment -> moment.ranked().indexOf(seller))
        .filter(at -> at >= 0)
        .min(Integer::compare)
        .orElse(Integer.MAX_VALUE);
  }

  @Test
  void moments_areWhatTheInspectorSays() {
    MarketModel model = Samples.large(11);
    DataMarket market = new DataMarket(model.seed(), seed -> model);
    market.start();
    int pools = 0;
    for (int round = 1; round <= 6; round++) {
      market.playUntil(round);
      for (Buyer buyer : market.buyers().subList(0, 30)) {
        RankingMoment moment = RankingMoment.of(market, buyer);
        BuyerInsight insight = BuyerInsight.of(market, buyer);
        assertThat(moment.round()).isEqualTo(market.monitor().round());
        assertThat(moment.reach()).isEqualTo(insight.ranking().rows().size());
        assertThat(moment.ranked())
            .isEqualTo(
                insight.ranking().rows().stream()
                    .filter(row -> row.rank() > 0)
                    .map(BuyerInsight.Rank::seller)
                    .toList());
        assertThat(moment.pool())
            .isEqualTo(
                insight.ranking().rows().stream()
                    .filter(BuyerInsight.Rank::inPool)
                    .map(BuyerInsight.Rank::seller)
                    .toList());
        assertThat(moment.marginal()).isEqualTo(insight.steps().marginalSeller());
        assertThat(moment.desiredTotal()).isEqualTo(insight.steps().desiredTotal());
        assertThat(moment.total()).isEqualTo(insight.steps().total());
        assertThat(moment.price()).isEqualTo(insight.steps().price());
        assertThat(moment.gain()).isEqualTo(insight.now().gain());
        assertThat(moment.epsilon()).isEqualTo(insight.epsilon());
        pools += moment.pool().size();
      }
    }
    assertThat(pools).isPositive();
  }
}
