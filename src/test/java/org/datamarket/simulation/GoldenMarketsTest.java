package org.datamarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.market.Bid;
import org.datamarket.market.BuyerView;
import org.datamarket.model.MarketModel;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.RebidRule;
import org.datamarket.strategy.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole markets played to their end, against reference results. The references are exact and their
 * paths robust to relative changes of 1e-11, so rounds and messages must agree exactly, and numbers
 * to 1e-9 relative to their scale, which leaves a hundredfold margin over accumulated rounding.
 */
class GoldenMarketsTest {
  private static final double CLOSE = 1e-9;

  static Stream<JsonNode> multiSeller() throws IOException {
    return GoldenMarkets.lines("multi-seller.jsonl").stream();
  }

  static Stream<JsonNode> singleSeller() throws IOException {
    return GoldenMarkets.lines("single-seller.jsonl").stream();
  }

  private static DataMarket play(MarketModel model) {
    DataMarket simulation = new DataMarket(1, seed -> model);
    simulation.start();
    simulation.playUntil(Integer.MAX_VALUE);
    return simulation;
  }

  @ParameterizedTest
  @MethodSource("multiSeller")
  void multiSellerMarketEndsAsTheReference(JsonNode golden) {
    DataMarket simulation = play(GoldenMarkets.multiSeller(golden));

    assertThat(simulation.status().key()).isEqualTo(golden.get("status").asText());
    assertCounts(simulation, golden);
    for (int i = 0; i < simulation.buyers().size(); i++) {
      BuyerAccount account = simulation.ledger().account(i);
      for (int j = 0; j < simulation.sellers().size(); j++) {
        assertBid(account.bids().at(j), golden.get("bids").get(i).get(j));
        assertAward(
            account, j, golden.get("allocation").get(i).get(j), golden.get("cost").get(i).get(j));
      }
      assertClose(account.utility(), golden.get("utility").get(i));
    }
    for (int j = 0; j < simulation.sellers().size(); j++) {
      assertClose(simulation.market().auction(j).reserve(), golden.get("reserves").get(j));
    }
    assertClose(simulation.ledger().nashGap(), golden.get("nash_gap"));
    assertClose(gapByOptOut(simulation), golden.get("restricted_gap"));
    assertThat(simulation.restrictedGap()).isLessThanOrEqualTo(golden.get("epsilon").asDouble());
    assertClose(simulation.ledger().welfare(), golden.get("welfare"));
  }

  @ParameterizedTest
  @MethodSource("singleSeller")
  void singleSellerMarketEndsAsTheReference(JsonNode golden) {
    DataMarket simulation = play(GoldenMarkets.singleSeller(golden));

    assertCounts(simulation, golden);
    for (int i = 0; i < simulation.buyers().size(); i++) {
      BuyerAccount account = simulation.ledger().account(i);
      assertBid(account.bids().at(0), golden.get("bids").get(i));
      assertAward(account, 0, golden.get("allocation").get(i), golden.get("cost").get(i));
      assertClose(account.utility(), golden.get("utility").get(i));
    }
  }

  /** The references' restricted gap: by the opt-out strategy, whatever strategy a buyer has. */
  private static double gapByOptOut(DataMarket simulation) {
    double gap = 0;
    for (Buyer buyer : simulation.buyers()) {
      BuyerView view = simulation.market().view(buyer.number());
      Reply reply = new OptOut().reply(buyer.terms(), view);
      gap = Math.max(gap, RebidRule.decide(buyer.terms(), view, reply).gain());
    }
    return gap;
  }

  private static void assertCounts(DataMarket simulation, JsonNode golden) {
    assertThat(simulation.monitor().round()).isEqualTo(golden.get("rounds").asInt());
    assertThat(simulation.monitor().messages()).isEqualTo(golden.get("messages").asLong());
  }

  private static void assertBid(Bid bid, JsonNode golden) {
    if (golden.isNull() || golden.get("quantity").asDouble() == 0) {
      assertThat(bid.isNone()).isTrue();
    } else {
      assertClose(bid.quantity(), golden.get("quantity"));
      assertClose(bid.price(), golden.get("price"));
    }
  }

  private static void assertAward(
      BuyerAccount account, int seller, JsonNode allocation, JsonNode cost) {
    double allocated = 0;
    double paid = 0;
    for (int k = 0; k < account.bids().size(); k++) {
      if (account.bids().seller(k) == seller) {
        allocated = account.allocations()[k];
        paid = account.costs()[k];
      }
    }
    assertClose(allocated, allocation);
    assertClose(paid, cost);
  }

  private static void assertClose(double actual, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(actual).isCloseTo(value, within(CLOSE * Math.max(1, Math.abs(value))));
  }
}
