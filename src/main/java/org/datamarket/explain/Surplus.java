package org.datamarket.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.datamarket.market.BuyerView;
import org.datamarket.market.UnitCursor;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.supply.CheapestUnits;

/**
 * A buyer's surplus as a function of its total: θ(z) less what z costs from the cheapest units that
 * it sees, up to its demand or all that there is.
 *
 * @param curve points of the function, by ascending total
 * @param kinks those of them where the next unit costs more than the one before: where the
 *     reserves' units end, and a rival's bid begins or ends
 * @param best the largest surplus within the budget
 */
public record Surplus(List<Point> curve, List<Point> kinks, Point best) {
  private static final int POINTS = 240;
  private static final int MOST_KINKS = 400;

  /** A total in GB, and its surplus in money. */
  public record Point(double total, double surplus) {}

  private record Units(double price, double quantity) {}

  /** Copies the lists. */
  public Surplus {
    curve = List.copyOf(curve);
    kinks = List.copyOf(kinks);
  }

  /** The surplus of a buyer that sees this. */
  public static Surplus of(BuyerTerms terms, BuyerView view) {
    List<Units> units = units(view);
    Valuation valuation = terms.valuation();
    double most = units.stream().mapToDouble(Units::quantity).sum();
    double last = Math.min(valuation.demand(), most);
    List<Double> steps = steps(units, last);
    TreeSet<Double> totals = new TreeSet<>(steps);
    for (int k = 0; k <= POINTS; k++) {
      totals.add(last * k / POINTS);
    }
    List<Point> curve = points(List.copyOf(totals), units, valuation);
    CheapestUnits best = CheapestUnits.worthwhile(valuation, terms.budget(), view);
    return new Surplus(
        curve,
        points(steps, units, valuation),
        new Point(best.total(), valuation.value(best.total()) - best.cost()));
  }

  /** All visible units from the cheapest up, those of one price together. */
  private static List<Units> units(BuyerView view) {
    List<Units> all = new ArrayList<>();
    for (int place = 0; place < view.size(); place++) {
      for (UnitCursor unit = view.rivals(place).units(); unit.isValid(); unit.next()) {
        all.add(new Units(unit.price(), unit.quantity()));
      }
    }
    all.sort(Comparator.comparingDouble(Units::price));
    List<Units> merged = new ArrayList<>();
    for (Units unit : all) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).price == unit.price) {
        merged.set(last, new Units(unit.price, merged.get(last).quantity + unit.quantity));
      } else {
        merged.add(unit);
      }
    }
    return merged;
  }

  /** The totals at which units cost more; of very many, only some. */
  private static List<Double> steps(List<Units> units, double last) {
    List<Double> steps = new ArrayList<>();
    double total = 0;
    for (Units unit : units) {
      total += unit.quantity;
      if (total < last) {
        steps.add(total);
      }
    }
    int every = 1 + steps.size() / MOST_KINKS;
    List<Double> some = new ArrayList<>();
    for (int k = 0; k < steps.size(); k += every) {
      some.add(steps.get(k));
    }
    return some;
  }

  private static List<Point> points(List<Double> totals, List<Units> units, Valuation valuation) {
    List<Point> points = new ArrayList<>();
    int next = 0;
    double below = 0;
    double cost = 0;
    for (double total : totals) {
      while (next < units.size() && below + units.get(next).quantity <= total) {
        below += units.get(next).quantity;
        cost += units.get(next).quantity * units.get(next).price;
        next++;
      }
      double price = next < units.size() ? units.get(next).price : 0;
      points.add(
          new Point(total, valuation.value(total) - cost - price * Math.max(0, total - below)));
    }
    return points;
  }
}
