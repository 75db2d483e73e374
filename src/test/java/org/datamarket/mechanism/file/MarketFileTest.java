package org.datamarket.mechanism.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import org.datamarket.document.UserMistake;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.WithIsp;
import org.junit.jupiter.api.Test;

class MarketFileTest {
  private static final String SELLERS = "\"sellers\": [{\"quantity\": 5, \"reserve\": 1}]";
  private static final String LINEAR = "{\"kind\": \"linear\", \"value\": 2}";

  private static MarketCase read(String text) throws UserMistake, IOException {
    try (MarketFile file = MarketFile.open("f", new StringReader(text))) {
      assertTrue(file.hasNext());
      MarketCase market = (MarketCase) file.next().question();
      assertFalse(file.hasNext());
      return market;
    }
  }

  private static String mistake(String text) {
    return assertThrows(UserMistake.class, () -> read(text)).getMessage();
  }

  private static String buyer(String rest) {
    return "{%s, \"buyers\": [{\"demand\": 3, %s}]}".formatted(SELLERS, rest);
  }

  @Test
  void market_isReadWithItsDefaults() throws Exception {
    String alpha = "{\"kind\": \"alpha-fair\", \"sigma\": 3, \"alpha\": 0.5}";
    MarketCase market =
        read(
            "{%s, \"results\": [], \"isp\": {\"price\": 4}, \"buyers\": [{\"demand\": 3, \"valuation\": %s, \"reach\": null}]}"
                .formatted(SELLERS, alpha));
    assertEquals(
        WithIsp.of(new AlphaFair(3, 3, 0.5, 0), 4), market.population().valuations().get(0));
    assertTrue(market.population().reach().isFull());
    assertEquals(Double.POSITIVE_INFINITY, market.population().budgets()[0]);
    assertEquals(MarketCase.Parameters.DEFAULT, market.parameters());
    assertEquals(11, market.mechanisms().size());
  }

  @Test
  void mistakes_areToldWithPlaceAndValue() {
    assertEquals(
        "f:1:68: kind is \"linaer\"; expected alpha-fair, logarithmic, parabolic or linear; did you mean \"linear\"?"
            .replace("68", column(buyer("\"valuation\": {\"kind\": \"linaer\"}"), "\"linaer\"")),
        mistake(buyer("\"valuation\": {\"kind\": \"linaer\"}")));
    String twice = buyer("\"reach\": [0, 0], \"valuation\": " + LINEAR);
    assertTrue(mistake(twice).contains("a seller in reach is 0 (again)"), mistake(twice));
    String outside = buyer("\"reach\": [1], \"valuation\": " + LINEAR);
    assertTrue(mistake(outside).contains("expected different numbers of sellers, from 0 to 0"));
    assertTrue(
        mistake("{" + SELLERS + "}").contains("the key \"buyers\" is missing; there is sellers"));
    assertTrue(mistake(buyer("\"valuation\": 3")).contains("valuation is 3; expected an object"));
    assertTrue(mistake("[1").contains("is no JSON"));
    assertTrue(mistake("3").contains("a market is 3; expected an object with sellers and buyers"));
    String bids = "{%s, \"buyers\": [], \"parameters\": {\"bids\": 0}}".formatted(SELLERS);
    assertTrue(mistake(bids).contains("bids is 0; expected a whole number from 1"), mistake(bids));
  }

  private static String column(String text, String part) {
    return Integer.toString(text.indexOf(part) + 1);
  }
}
