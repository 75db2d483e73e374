package org.datamarket.mechanism.file;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.datamarket.document.UserMistake;
import org.datamarket.io.Json;
import org.datamarket.model.file.InputText;

/** Markets as JSON Lines: what comes out of mechanisms, one line per market. */
public final class MarketAnswers {
  private MarketAnswers() {}

  /**
   * Answers all markets of a text, each as it is read.
   *
   * @param chosen the mechanisms that each is cleared by
   * @throws UserMistake if one cannot be read; those before it are answered
   */
  public static void print(InputText text, MechanismChoice chosen, PrintStream out)
      throws IOException, UserMistake {
    String label = text.file().toString();
    try (MarketFile markets = MarketFile.open(label, new StringReader(text.text()))) {
      boolean any = false;
      while (markets.hasNext() && !out.checkError()) {
        out.println(line(markets.next(), chosen));
        any = true;
      }
      if (!any) {
        throw new UserMistake(
            "%s: is empty; expected an object with sellers and buyers".formatted(label));
      }
    }
  }

  private static String line(MarketLine market, MechanismChoice chosen) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", market.id().orElse(null));
    answer.putAll(market.question().answer(chosen));
    return Json.line(answer);
  }
}
