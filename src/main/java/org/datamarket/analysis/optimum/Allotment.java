package org.datamarket.analysis.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a solver hands over: who has what from whom, and each seller's price λ_j ≥ r_j, $/GB. */
record Allotment(List<Delivery> deliveries, double[] prices) {

  /** An allotment in which nothing is sold yet and every seller asks its reserve. */
  static Allotment empty(double[] reserves) {
    return new Allotment(new ArrayList<>(), reserves.clone());
  }

  void deliver(int buyer, int seller, double quantity) {
    if (quantity > 0) {
      deliveries.add(new Delivery(buyer, seller, quantity));
    }
  }

  void raisePrice(int seller, double price) {
    prices[seller] = Math.max(prices[seller], price);
  }

  /** The deliveries by buyer, then by seller. */
  List<Delivery> sorted() {
    return deliveries.stream()
        .sorted(Comparator.comparingInt(Delivery::buyer).thenComparingInt(Delivery::seller))
        .toList();
  }
}
