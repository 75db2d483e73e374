package org.datamarket.mechanism.file;

import static org.datamarket.mechanism.file.Fields.mapping;
import static org.datamarket.mechanism.file.Fields.notNegative;
import static org.datamarket.mechanism.file.Fields.positive;
import static org.datamarket.mechanism.file.Fields.present;
import static org.datamarket.mechanism.file.Fields.required;

import java.util.List;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;

/** Reads what data is worth to a buyer. */
final class ValuationReader {
  private static final List<String> KINDS =
      List.of("alpha-fair", "logarithmic", "parabolic", "linear");

  private ValuationReader() {}

  /** The valuation of a buyer, from its {@code demand} and {@code valuation}. */
  static Valuation read(Node.Mapping buyer) {
    double demand = notNegative("demand", buyer);
    Node.Mapping given =
        mapping("valuation", required("valuation", buyer), "an object with its kind");
    Node kind = required("kind", given);
    String name = kind instanceof Node.Scalar scalar ? scalar.text() : "";
    return switch (name) {
      case "alpha-fair" ->
          new AlphaFair(
              demand,
              positive("sigma", given),
              alpha(given),
              present("base", given).isPresent() ? notNegative("base", given) : 0);
      case "logarithmic" ->
          new Logarithmic(demand, positive("sigma", given), positive("base", given));
      case "parabolic" -> new Parabolic(demand, positive("kappa", given));
      case "linear" -> new Linear(demand, positive("value", given));
      default ->
          throw Numbers.wrong("kind", kind, "", Words.oneOf(KINDS) + Words.didYouMean(name, KINDS));
    };
  }

  private static double alpha(Node.Mapping given) {
    double alpha = notNegative("alpha", given);
    if (alpha >= 1) {
      throw Numbers.wrong("alpha", required("alpha", given), "", "a number in [0, 1)");
    }
    return alpha;
  }
}
