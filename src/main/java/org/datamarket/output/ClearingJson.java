package org.datamarket.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.datamarket.market.Clearing;
import org.datamarket.market.TieRule;

/** The answer to a one-shot clearing, as one line of JSON or as a table. */
public final class ClearingJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ClearingJson() {}

  /**
   * The answer.
   *
   * @param allocation GB, by buyer and seller
   * @param cost $, by buyer and seller
   */
  private record Answer(String ties, double[][] allocation, double[][] cost, List<Sold> sellers) {}

  private record Sold(double sold, double revenue) {}

  /**
   * One line of JSON: ties, allocation and cost by buyer and seller, and what each seller sold and
   * earned.
   */
  public static String line(TieRule ties, int buyers, List<Clearing> sellers) {
    Answer answer =
        new Answer(
            ties.name().toLowerCase(Locale.ROOT),
            byBuyer(buyers, sellers, Clearing::allocation),
            byBuyer(buyers, sellers, Clearing::cost),
            sellers.stream().map(one -> new Sold(one.sold(), one.revenue())).toList());
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  private static double[][] byBuyer(
      int buyers, List<Clearing> sellers, Function<Clearing, double[]> value) {
    return IntStream.range(0, buyers)
        .mapToObj(buyer -> sellers.stream().mapToDouble(one -> value.apply(one)[buyer]).toArray())
        .toArray(double[][]::new);
  }

  /** A table for a person: who gets how much where, at what cost. */
  public static String table(int buyers, List<Clearing> sellers) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-7s %-7s %12s %12s %12s\n",
            "buyer",
            "seller",
            "gets GB",
            "pays $",
            "$/GB"));
    for (int j = 0; j < sellers.size(); j++) {
      Clearing clearing = sellers.get(j);
      for (int i = 0; i < buyers; i++) {
        if (clearing.allocation()[i] > 0 || clearing.cost()[i] != 0) {
          text.append(row(Integer.toString(i), j, clearing.allocation()[i], clearing.cost()[i]));
        }
      }
    }
    for (int j = 0; j < sellers.size(); j++) {
      text.append(row("all", j, sellers.get(j).sold(), sellers.get(j).revenue()));
    }
    return text.toString();
  }

  private static String row(String buyer, int seller, double gets, double pays) {
    String price = gets > 0 ? String.format(Locale.ROOT, "%.4g", pays / gets) : "";
    return String.format(
        Locale.ROOT, "%-7s %-7d %12.6g %12.6g %12s\n", buyer, seller, gets, pays, price);
  }
}
