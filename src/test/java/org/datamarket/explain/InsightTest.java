package org.datamarket.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.analysis.NashGap;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.BuyerView;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.Samples;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.Seller;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.RebidRule.Decision;
import org.datamarket.strategy.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InsightTest {
  static Stream<MarketModel> models() {
    return Stream.of(
        Samples.small(),
        Samples.large(3),
        Samples.nothingSells(),
        Samples.strict(),
        Samples.withIsp());
  }

  private static DataMarket play(MarketModel model, int rounds) {
    DataMarket market = new DataMarket(model.seed(), seed -> model);
    market.start();
    market.playUntil(rounds);
    return market;
  }

  @ParameterizedTest
  @MethodSource("models")
  void rankingIsTheStrategysOwn_withItsPool(MarketModel model) {
    for (int rounds : new int[] {0, 1, 3, Integer.MAX_VALUE}) {
      DataMarket market = play(model, rounds);
      for (Buyer buyer : market.buyers()) {
        BuyerInsight insight = BuyerInsight.of(market, buyer);
        BuyerView view = market.market().view(buyer.number());
        Reply reply = buyer.spec().strategy().reply(buyer.terms(), view);
        List<BuyerInsight.Rank> rows = insight.ranking().rows();
        assertThat(rows).hasSize(view.size());
        for (int k = 0; k < reply.ranking().size(); k++) {
          assertThat(rows.get(k).rank()).isEqualTo(k + 1);
          assertThat(rows.get(k).number()).isEqualTo(reply.ranking().seller(k));
          assertThat(rows.get(k).residual()).isEqualTo(reply.ranking().residual(k));
        }
        for (BuyerInsight.Rank row : rows) {
          assertThat(row.asked()).isEqualTo(reply.bids().at(row.number()).quantity());
          assertThat(row.standing().startsWith("in the pool")).isEqualTo(row.inPool());
          assertThat(row.reserve()).isEqualTo(market.market().auction(row.number()).reserve());
        }
        if (buyer.spec().strategy() instanceof OptOut && !reply.bids().isEmpty()) {
          assertPoolEnds(rows, reply, insight);
        }
      }
    }
  }

  @Test
  void whereNewsTakesTime_reasoningRestsOnWhatTheBuyerSees() throws Exception {
    MarketModel model =
        ModelFile.read(Path.of("models/quickstart.yaml"), List.of("activation=asynchronous"))
            .draw();
    DataMarket market = new DataMarket(model.seed(), seed -> model);
    market.start();
    int behind = 0;
    for (int round = 1; round <= 8; round++) {
      market.playUntil(round);
      market.ledger().update();
      for (Buyer buyer : market.buyers()) {
        BuyerInsight insight = BuyerInsight.of(market, buyer);
        Reply seen = buyer.spec().strategy().reply(buyer.terms(), market.seenBy(buyer.number()));
        Reply now =
            buyer.spec().strategy().reply(buyer.terms(), market.market().view(buyer.number()));
        assertThat(insight.delayed()).isTrue();
        assertThat(insight.now().reply().bids()).isEqualTo(seen.bids());
        for (int k = 0; k < seen.ranking().size(); k++) {
          assertThat(insight.ranking().rows().get(k).number()).isEqualTo(seen.ranking().seller(k));
          assertThat(insight.ranking().rows().get(k).residual())
              .isEqualTo(seen.ranking().residual(k));
        }
        assertThat(insight.account().utility())
            .isEqualTo(market.ledger().account(buyer.number()).utility());
        behind += seen.bids().equals(now.bids()) ? 0 : 1;
      }
    }
    assertThat(behind).as("buyers that would bid otherwise if they knew all").isPositive();
    assertThat(market.stateHash()).isEqualTo(play(model, 8).stateHash());
    market.playUntil(Integer.MAX_VALUE);
    assertThat(market.stateHash()).isEqualTo(play(model, Integer.MAX_VALUE).stateHash());
  }

  private static void assertPoolEnds(
      List<BuyerInsight.Rank> rows, Reply reply, BuyerInsight insight) {
    int n = reply.poolSize();
    assertThat(rows.get(n - 1).standing()).isEqualTo("in the pool, marginal");
    assertThat(insight.poolEnd()).contains("ends with " + rows.get(n - 1).seller());
    assertThat(rows.subList(0, n)).allMatch(BuyerInsight.Rank::inPool);
    assertThat(rows.subList(n, rows.size())).noneMatch(BuyerInsight.Rank::inPool);
    if (reply.ranking().price() == reply.price()) {
      assertThat(rows.get(n - 1).poolGives())
          .isGreaterThanOrEqualTo(reply.bidTotal() * (1 - 1e-12));
      assertThat(rows.subList(0, n - 1)).allMatch(row -> row.poolGives() < reply.bidTotal());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void accountAndSurplusAgreeWithTheLedgerAndTheNashGap(MarketModel model) {
    DataMarket market = play(model, 3);
    market.ledger().update();
    for (Buyer buyer : market.buyers()) {
      BuyerInsight insight = BuyerInsight.of(market, buyer);
      double utility = market.ledger().account(buyer.number()).utility();
      assertThat(insight.account().utility()).isEqualTo(utility);
      assertThat(insight.bids()).hasSize(insight.account().bids().size());
      BuyerView view = market.market().view(buyer.number());
      double best = insight.surplus().best().surplus();
      assertThat(Math.max(0, best - utility)).isEqualTo(NashGap.of(buyer.terms(), view, utility));
      for (Surplus.Point point : insight.surplus().curve()) {
        if (Double.isInfinite(buyer.terms().budget())) {
          assertThat(point.surplus()).isLessThanOrEqualTo(best + 1e-9 * (1 + Math.abs(best)));
        }
      }
      assertThat(insight.surplus().curve().get(0).surplus())
          .isEqualTo(buyer.terms().valuation().value(0));
      assertThat(insight.surplus().curve()).containsAll(insight.surplus().kinks());
    }
  }

  @Test
  void reasonsSayWhatTheLastDecisionWas() {
    DataMarket before = play(Samples.small(), 0);
    assertThat(BuyerInsight.of(before, before.buyers().get(0)).lastDecision())
        .isEqualTo("has not had a turn yet");
    DataMarket market = play(Samples.small(), Integer.MAX_VALUE);
    for (Buyer buyer : market.buyers()) {
      BuyerInsight insight = BuyerInsight.of(market, buyer);
      Decision last = buyer.lastDecision().orElseThrow();
      assertThat(last.accepted()).isFalse();
      assertThat(insight.lastDecision())
          .startsWith(insight.account().bids().isEmpty() ? "stayed out: " : "kept its bids: ");
      if (last.gain() > 0) {
        assertThat(insight.lastDecision()).contains("would gain ").endsWith(" ≤ ε = 0.1 $");
      }
    }
    DataMarket first = play(Samples.small(), 1);
    assertThat(first.buyers())
        .filteredOn(buyer -> buyer.lastDecision().orElseThrow().accepted())
        .isNotEmpty()
        .allSatisfy(
            buyer ->
                assertThat(BuyerInsight.of(first, buyer).lastDecision())
                    .startsWith("bid anew: the best ")
                    .contains(" gained ", " > ε = 0.1 $"));
  }

  /** A may pay 2.5 $, and its bid has come to cost 6 $; on its turn it would ask for less. */
  @Test
  void bidsAboveTheBudget_areSaidToBeSo() {
    DataMarket market = play(Samples.overBudget(6), 1);
    BuyerInsight insight = BuyerInsight.of(market, market.buyers().get(0));
    assertThat(insight.account().overBudget()).isTrue();
    assertThat(insight.account().nashGap()).isNaN();
    assertThat(insight.now().accepted()).isTrue();
    assertThat(insight.nextDecision())
        .isEqualTo("would bid anew: its bids have come to cost more than its budget");
    assertThat(BuyerInsight.of(market, market.buyers().get(1)).account().overBudget()).isFalse();
  }

  @Test
  void nothingIsLeft_saysSo() {
    DataMarket market = play(Samples.nothingSells(), 1);
    BuyerInsight insight = BuyerInsight.of(market, market.buyers().get(0));
    assertThat(insight.poolEnd())
        .isEqualTo(
            "There is no pool: no visible seller has anything left at a price it would pay.");
    assertThat(insight.lastDecision()).startsWith("stayed out: no visible seller");
    assertThat(insight.ranking().rows())
        .allMatch(row -> row.standing().equals("out: reserve above the price"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void bookIsTheAuctions_andNobodyWithAllIsDisplaced(MarketModel model) {
    DataMarket market = play(model, 3);
    market.ledger().update();
    double revenue = 0;
    for (Seller seller : market.sellers()) {
      SellerInsight insight = SellerInsight.of(market, seller);
      Auction auction = market.market().auction(seller.number());
      assertThat(insight.book()).hasSize(auction.size());
      for (int k = 0; k < insight.book().size(); k++) {
        SellerInsight.Row row = insight.book().get(k);
        assertThat(row.allocation()).isEqualTo(auction.awards().get(k).allocation());
        boolean whole = row.allocation() >= row.quantity() * (1 - 1e-9);
        boolean below = row.price() < insight.reserve();
        assertThat(row.displacers() == 0)
            .as(row.toString())
            .isEqualTo(
                whole || below || row.displacers() == 0 && row.quantity() > insight.quantity());
      }
      revenue += insight.revenue();
    }
    assertThat(revenue).isCloseTo(market.ledger().revenue(), within(1e-9 * (1 + revenue)));
  }

  @Test
  void displacedBid_namesWhoStandsBeforeIt_theNearestFirst() {
    DataMarket market = play(Samples.small(), 0);
    market.market().submit(2, 0, new Bid(4, 5));
    market.market().submit(3, 0, new Bid(4, 4));
    market.market().submit(4, 0, new Bid(4, 3));
    SellerInsight insight = SellerInsight.of(market, market.sellers().get(0));
    SellerInsight.Row last =
        insight.book().stream().filter(row -> row.buyer().equals("B4")).findFirst().orElseThrow();
    assertThat(last.standing()).isEqualTo("displaced");
    assertThat(last.displacedBy()).containsExactly("B3", "B2");
    assertThat(last.displacers()).isEqualTo(2);
  }

  @Test
  void looking_changesNothing() {
    DataMarket looked = new DataMarket(3, seed -> Samples.large(3));
    looked.start();
    for (int round = 1; round <= 5; round++) {
      looked.playUntil(round);
      looked.buyers().forEach(buyer -> BuyerInsight.of(looked, buyer));
      looked.sellers().forEach(seller -> SellerInsight.of(looked, seller));
    }
    assertThat(looked.stateHash()).isEqualTo(play(Samples.large(3), 5).stateHash());
  }
}
