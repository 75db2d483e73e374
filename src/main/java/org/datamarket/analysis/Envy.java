package org.datamarket.analysis;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.Valuation;

/**
 * The largest envy over pairs of buyers: what i would gain by having k's data at k's cost,
 * θ_i(min(a_k, d_i)) − c_k − u_i, at least 0 (docs/model.md §7). Only bundles that no other bundle
 * beats in both quantity and cost can be envied the most, so each buyer looks at those alone.
 */
final class Envy {
  private Envy() {}

  /** $, at least 0. */
  static double largest(List<Valuation> valuations, Ledger ledger) {
    List<BuyerAccount> bundles = undominated(ledger);
    double largest = 0;
    for (int i = 0; i < ledger.buyers(); i++) {
      double utility = ledger.account(i).utility();
      for (BuyerAccount bundle : bundles) {
        double worth = valuations.get(i).value(bundle.allocation()) - bundle.cost();
        largest = Math.max(largest, worth - utility);
      }
    }
    return largest;
  }

  private static List<BuyerAccount> undominated(Ledger ledger) {
    List<BuyerAccount> all = new ArrayList<>();
    for (int i = 0; i < ledger.buyers(); i++) {
      all.add(ledger.account(i));
    }
    all.sort(
        (a, b) ->
            a.allocation() != b.allocation()
                ? Double.compare(b.allocation(), a.allocation())
                : Double.compare(a.cost(), b.cost()));
    List<BuyerAccount> undominated = new ArrayList<>();
    double cheapest = Double.POSITIVE_INFINITY;
    for (BuyerAccount bundle : all) {
      if (bundle.cost() < cheapest) {
        undominated.add(bundle);
        cheapest = bundle.cost();
      }
    }
    return undominated;
  }
}
