package org.datamarket.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bids or offers one after the other: quantity across, unit price up.
 *
 * @param steps in order, none of them empty
 */
public record Staircase(List<Step> steps) {
  /** Bids: what is asked for at each price or above, from the highest price down. */
  public static Staircase down(List<Step> bids) {
    return of(bids, Comparator.comparingDouble(Step::price).reversed());
  }

  /** Offers: what is offered at each price or below, from the cheapest up. */
  public static Staircase up(List<Step> offers) {
    return of(offers, Comparator.comparingDouble(Step::price));
  }

  private static Staircase of(List<Step> steps, Comparator<Step> order) {
    return new Staircase(steps.stream().filter(s -> s.quantity() > 0).sorted(order).toList());
  }

  /** Whether there are no steps. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The quantity of all steps, GB. */
  public double total() {
    return steps.stream().mapToDouble(Step::quantity).sum();
  }

  /** The price of the first step; 0 without steps. */
  public double first() {
    return isEmpty() ? 0 : steps.get(0).price();
  }

  /** The price of the last step; 0 without steps. */
  public double last() {
    return isEmpty() ? 0 : steps.get(steps.size() - 1).price();
  }

  /** The price of the step that reaches a quantity; NaN without steps. */
  public double priceAt(double quantity) {
    double reached = 0;
    for (Step step : steps) {
      reached += step.quantity();
      if (reached >= quantity) {
        return step.price();
      }
    }
    return isEmpty() ? Double.NaN : last();
  }

  /** Both corners of every step. */
  public List<Step> corners() {
    List<Step> corners = new ArrayList<>(2 * steps.size());
    double total = 0;
    for (Step step : steps) {
      corners.add(new Step(total, step.price()));
      total += step.quantity();
      corners.add(new Step(total, step.price()));
    }
    return corners;
  }

  /** Corners of steps of one price each; where there are more than so many steps, not all. */
  public List<Step> corners(int most) {
    double least = steps.size() > most ? total() / most : 0;
    List<Step> corners = new ArrayList<>();
    double begun = 0;
    double reached = 0;
    for (int k = 0; k < steps.size(); k++) {
      double price = steps.get(k).price();
      reached += steps.get(k).quantity();
      boolean isLast = k == steps.size() - 1;
      boolean sameNext = !isLast && steps.get(k + 1).price() == price;
      if (isLast || (!sameNext && reached - begun >= least)) {
        corners.add(new Step(begun, price));
        corners.add(new Step(reached, price));
        begun = reached;
      }
    }
    return corners;
  }
}
