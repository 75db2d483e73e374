package org.datamarket.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Bid;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.datamarket.market.WithIsp;
import org.datamarket.model.MarketModel;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Waterfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of markets as JSON: what they may say, and how mistakes are told. */
class StateFileTest {
  private static final String STATE =
      """
      {"id": "s1", "epsilon": 0.1, "ties": "strict", "shading": "lazar-semret", "note": [1, {"a": 2}],
       "sellers": [{"quantity": 2, "reserve": 1.5, "initial_reserve": 1, "strategy": "progressive"},
                   {"quantity": 0, "reserve": 0}],
       "buyers": [{"demand": 3, "valuation": {"kind": "parabolic", "kappa": 2}, "budget": 7, "id": "b",
                   "strategy": "waterfill", "reach": [1]},
                  {"demand": 0, "valuation": {"kind": "linear", "value": 1}, "isp_price": 4}],
       "bids": [[null, {"quantity": 1, "price": 2}], [{"quantity": 0, "price": 3}, null]]}\
      """;

  private static StateFile.Case read(String text) throws Exception {
    try (StateFile file = StateFile.open("s.jsonl", new StringReader(text))) {
      assertThat(file.hasNext()).isTrue();
      return file.next();
    }
  }

  @Test
  void next_fullState_isTheMarketAsItStands() throws Exception {
    StateFile.Case given = read(STATE);
    MarketModel model = given.model();
    assertThat(given.id()).contains("s1");
    assertThat(model.epsilon()).isEqualTo(0.1);
    assertThat(model.ties()).isEqualTo(TieRule.STRICT);
    assertThat(model.sellers().get(0).reserve()).isEqualTo(1);
    assertThat(model.sellers().get(0).initialReserve()).isEqualTo(1.5);
    assertThat(model.sellers().get(0).strategy()).isInstanceOf(ProgressiveReserve.class);
    assertThat(model.sellers().get(1).quantity()).isZero();
    assertThat(model.buyers().get(0).id()).isEqualTo("b");
    assertThat(model.buyers().get(0).budget()).isEqualTo(7);
    assertThat(model.buyers().get(0).valuation()).isEqualTo(new Parabolic(3, 2));
    assertThat(model.buyers().get(0).strategy()).isEqualTo(new Waterfill(Shading.LAZAR_SEMRET));
    assertThat(model.buyers().get(1).valuation()).isInstanceOf(WithIsp.class);
    assertThat(model.buyers().get(1).budget()).isInfinite();
    assertThat(model.reach().degree(0)).isEqualTo(1);
    assertThat(model.reach().degree(1)).isEqualTo(2);
    assertThat(model.opening().bids(0).at(1)).isEqualTo(new Bid(1, 2));
    assertThat(model.opening().bids(1).isEmpty()).isTrue();
    assertThat(model.opening().auction(0).reserve()).isEqualTo(1.5);
  }

  @Test
  void next_severalObjects_areReadOneAfterTheOther() throws Exception {
    try (StateFile file = StateFile.open("s.jsonl", new StringReader(STATE + "\n" + STATE))) {
      int states = 0;
      while (file.hasNext()) {
        assertThat(file.next().id()).contains("s1");
        states++;
      }
      assertThat(states).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "epsilon"      | "epsilom"      | s.jsonl:1:1: the key "epsilon" of the state is missing; there is "epsilom"
          "demand": 3    | "demnad": 3    | s.jsonl:4:13: the key "demand" of a buyer is missing; there is "demnad"
          "demand": 3    | "demand": -3   | s.jsonl:4:24: demand is -3; expected a number of at least 0
          "kappa"        | "kapa"         | s.jsonl:4:62: unknown key "kapa"; expected kind, slope or marginal-at-zero
          "parabolic"    | "parabola"     | s.jsonl:4:49: the kind of valuation is "parabola"; expected alpha-fair, logarithmic, parabolic or linear; did you mean "parabolic"?
          "kappa": 2     | "kappa": [2]   | s.jsonl:4:71: kappa is a list; expected a number
          "waterfill"    | "waterfil"     | s.jsonl:5:26: the kind of strategy is "waterfil"; expected
          "waterfill"    | "truthful-single" |
          [1]            | [2]            | s.jsonl:5:49: reach is 2; expected numbers of sellers from 0 to 1
          [1]            | [1, 1]         | s.jsonl:5:52: reach is 1 a second time; expected each seller once
          [1]            | [0]            | s.jsonl:7:18: a bid at seller 1, which its buyer does not see; expected null there
          "strict"       | "strickt"      | s.jsonl:1:38: ties is "strickt"; expected proportional or strict; did you mean "strict"?
          , null]]       | ]]             | s.jsonl:7:48: the row has 1 bids; expected one, or null, for each of 2 sellers
          "price": 2}    | "prize": 2}    | s.jsonl:7:18: the key "price" of a bid is missing; there is "prize"
          "quantity": 0, "reserve" | "quantity": "0", "reserve" | s.jsonl:3:27: quantity is "0" (text, for it stands in quotes); expected a number of at least 0
          """)
  void next_mistake_isOneLineWithItsPlace(String right, String wrong, String message)
      throws Exception {
    assertThat(STATE).contains(right);
    String text = STATE.replace(right, wrong);
    if (message == null) {
      assertThat(read(text).model().buyers()).hasSize(2);
    } else {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(UserMistake.class)
          .hasMessageStartingWith(message);
    }
  }

  @Test
  void next_singleSellerStrategyThatSeesTwo_isRefused() {
    String text = STATE.replace("\"isp_price\": 4", "\"strategy\": \"truthful-single\"");
    assertThatThrownBy(() -> read(text))
        .hasMessageContaining("bids by truthful-single, but sees 2 sellers");
  }

  @Test
  void hasNext_noObject_isRefused() {
    assertThatThrownBy(() -> read("[1]"))
        .hasMessage("s.jsonl:1:1: expected an object with sellers, buyers and bids, not a list");
  }
}
