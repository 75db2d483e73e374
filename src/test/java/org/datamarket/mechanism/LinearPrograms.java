package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.datamarket.market.Bid;

/** What the ISP can make of offers, as linear programs over flows from sellers to buyers. */
final class LinearPrograms {
  private final Population people;
  private final IspOffers offers;
  private final List<int[]> pairs = new ArrayList<>();

  LinearPrograms(Population people, IspOffers offers) {
    this.people = people;
    this.offers = offers;
    for (int i = 0; i < people.buyers(); i++) {
      for (int k = 0; k < people.reach().degree(i); k++) {
        pairs.add(new int[] {i, people.reach().seller(i, k)});
      }
    }
  }

  /** The most of Σ (π_i − σ_j) Ω_ij, $. */
  double mostSpread() {
    return most(
        pairs.stream().mapToDouble(pair -> price(pair[0]) - offers.asks()[pair[1]]).toArray());
  }

  /** The most of Σ Ω_ij over pairs with π_i ≥ σ_j, GB. */
  double mostVolume() {
    return most(
        pairs.stream()
            .mapToDouble(pair -> price(pair[0]) >= offers.asks()[pair[1]] ? 1 : -1)
            .toArray());
  }

  private double price(int buyer) {
    return offers.offers().get(buyer).price();
  }

  private double most(double[] gains) {
    if (pairs.isEmpty()) {
      return 0;
    }
    List<LinearConstraint> limits = new ArrayList<>();
    for (int i = 0; i < people.buyers(); i++) {
      Bid offer = offers.offers().get(i);
      limits.add(new LinearConstraint(of(0, i), Relationship.LEQ, offer.quantity()));
    }
    for (int j = 0; j < people.sellers(); j++) {
      limits.add(new LinearConstraint(of(1, j), Relationship.LEQ, people.quantities()[j]));
    }
    return new SimplexSolver(1e-12, 20, 1e-14)
        .optimize(
            new LinearObjectiveFunction(gains, 0),
            new LinearConstraintSet(limits),
            GoalType.MAXIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }

  private double[] of(int end, int number) {
    return pairs.stream().mapToDouble(pair -> pair[end] == number ? 1 : 0).toArray();
  }
}
