package org.datamarket.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.datamarket.market.Clearing;
import org.datamarket.market.TieRule;

/** The answer to a one-shot clearing, as one line of JSON or as a table. */
public final class ClearingJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ClearingJson() {}

  /**
   * One line of JSON: ties, allocation and cost by buyer and seller, and what each seller sold and
   * earned.
   */
  public static String line(TieRule ties, int buyers, List<Clearing> sellers) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("ties", ties.name().toLowerCase(Locale.ROOT));
    ArrayNode allocation = root.putArray("allocation");
    ArrayNode cost = root.putArray("cost");
    for (int i = 0; i < buyers; i++) {
      ArrayNode allocations = allocation.addArray();
      ArrayNode costs = cost.addArray();
      for (Clearing clearing : sellers) {
        allocations.add(clearing.allocation()[i]);
        costs.add(clearing.cost()[i]);
      }
    }
    ArrayNode sold = root.putArray("sellers");
    for (Clearing clearing : sellers) {
      sold.addObject().put("sold", clearing.sold()).put("revenue", clearing.revenue());
    }
    return root.toString();
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
        if (clearing.allocation()[i] > 0) {
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
