package org.datamarket.mechanism.routes;

import java.util.Arrays;
import org.datamarket.market.Valuation;

/**
 * Follows the central path of a plan: maximises Σ θ_i(x_i) − ρ_i x_i + μ (Σ ln x_i + Σ ln(d_i −
 * x_i) + Σ ln s^l), s^l = D^l − Σ_{i∋l} x_i, by Newton's method, for ever smaller μ (textbook). At
 * each point r^l + μ / s^l are prices that prove how far it is from the optimum. A step takes
 * O(buyers · route² + resources³), less where few resources are used together.
 */
final class InteriorPoint {
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 50;
  private static final int PASSES = 5;
  private static final double TO_BOUNDARY = 0.9;
  private static final double SUFFICIENT = 1e-4;
  private static final double ROUNDING = 1e-14;

  /** Where the rest of a step is worth less than this share of μ, the path is reached. */
  private static final double CENTRED = 1e-12;

  /** How far apart θ′ is looked at to see how it falls, as a share of the distance to a bound. */
  private static final double APART = 1e-4;

  private final RoutesPlan plan;
  private final double[] reserve;
  private Point at;

  /**
   * A plan, and how far it is from each bound: what is left of a quantity is not computed anew, for
   * little of it would be rounded away.
   *
   * @param x by buyer, GB
   * @param left d_i − x_i, GB
   * @param slack s^l, GB
   */
  private record Point(double[] x, double[] left, double[] slack) {

    Point moved(double[] direction, double[] use, double step) {
      return new Point(
          sum(x, step, direction), sum(left, -step, direction), sum(slack, -step, use));
    }

    private static double[] sum(double[] numbers, double factor, double[] more) {
      double[] sum = new double[numbers.length];
      Arrays.setAll(sum, k -> numbers[k] + factor * more[k]);
      return sum;
    }

    boolean isInside() {
      return isAboveZero(x) && isAboveZero(left) && isAboveZero(slack);
    }

    private static boolean isAboveZero(double[] numbers) {
      return Arrays.stream(numbers).allMatch(number -> number > 0);
    }
  }

  InteriorPoint(RoutesPlan plan) {
    this.plan = plan;
    reserve = plan.alongRoutes(plan.reserves());
    double[] half = plan.valuations().stream().mapToDouble(v -> v.demand() / 2).toArray();
    double[] ones = new double[half.length];
    Arrays.fill(ones, 1);
    double[] users = plan.atResources(ones);
    double[] x = half.clone();
    for (int i = 0; i < x.length; i++) {
      for (int l : plan.routes()[i]) {
        x[i] = Math.min(x[i], plan.quantities()[l] / users[l] / 2);
      }
    }
    double[] left = new double[x.length];
    Arrays.setAll(left, i -> 2 * half[i] - x[i]);
    double[] slack = plan.atResources(x);
    Arrays.setAll(slack, l -> plan.quantities()[l] - slack[l]);
    at = new Point(x, left, slack);
  }

  /** The plan where it stands, GB by buyer; within all bounds, but for rounding. */
  double[] plan() {
    return at.x.clone();
  }

  /** A weight of the barriers at which they matter as much as what is planned. */
  double firstWeight() {
    double worth = 0;
    for (int i = 0; i < at.x.length; i++) {
      worth += at.x[i] * (plan.valuations().get(i).marginal(at.x[i]) + reserve[i]);
    }
    return worth / (2 * at.x.length + at.slack.length);
  }

  /** r^l + μ / s^l, $/GB. */
  double[] prices(double weight) {
    double[] prices = plan.reserves().clone();
    for (int l = 0; l < prices.length; l++) {
      prices[l] += weight / at.slack[l];
    }
    return prices;
  }

  /** Goes to the point of the path with this weight of the barriers, but for rounding. */
  void centre(double weight) {
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = gradient(weight);
      double[] direction = direction(gradient, weight);
      double slope = 0;
      for (int i = 0; i < gradient.length; i++) {
        slope += gradient[i] * direction[i];
      }
      if (!(slope > CENTRED * weight) || !move(direction, slope, weight)) {
        return;
      }
    }
  }

  private double[] gradient(double weight) {
    double[] push = new double[at.slack.length];
    Arrays.setAll(push, l -> weight / at.slack[l]);
    double[] along = plan.alongRoutes(push);
    double[] gradient = new double[at.x.length];
    for (int i = 0; i < gradient.length; i++) {
      double own = plan.valuations().get(i).marginal(at.x[i]) - reserve[i];
      gradient[i] = own - along[i] + weight / at.x[i] - weight / at.left[i];
    }
    return gradient;
  }

  /**
   * (E + Aᵀ F A)⁻¹ b, by a system of one equation per resource. Where θ′ is constant most digits
   * cancel, so what is missing is solved for again.
   */
  private double[] direction(double[] gradient, double weight) {
    double[] curvature = new double[gradient.length];
    Arrays.setAll(curvature, i -> curvature(i, weight));
    SparseCholesky system = system(curvature, weight);
    double[] direction = new double[gradient.length];
    double[] missing = gradient;
    for (int pass = 0; pass < PASSES; pass++) {
      double[] more = solved(system, missing, curvature);
      Arrays.setAll(direction, i -> direction[i] + more[i]);
      missing = missing(gradient, direction, curvature, weight);
    }
    return direction;
  }

  /** F⁻¹ + A E⁻¹ Aᵀ. */
  private SparseCholesky system(double[] curvature, double weight) {
    double[][] matrix = new double[at.slack.length][at.slack.length];
    for (int l = 0; l < matrix.length; l++) {
      matrix[l][l] = at.slack[l] * at.slack[l] / weight;
    }
    for (int i = 0; i < curvature.length; i++) {
      int[] route = plan.routes()[i];
      for (int k = 0; k < route.length; k++) {
        for (int m = 0; m <= k; m++) {
          matrix[route[k]][route[m]] += 1 / curvature[i];
        }
      }
    }
    return new SparseCholesky(matrix);
  }

  private double[] solved(SparseCholesky system, double[] right, double[] curvature) {
    double[] scaled = new double[right.length];
    Arrays.setAll(scaled, i -> right[i] / curvature[i]);
    double[] along = plan.alongRoutes(system.solve(plan.atResources(scaled)));
    double[] solved = new double[right.length];
    Arrays.setAll(solved, i -> scaled[i] - along[i] / curvature[i]);
    return solved;
  }

  /** b − (E + Aᵀ F A) Δx. */
  private double[] missing(
      double[] gradient, double[] direction, double[] curvature, double weight) {
    double[] push = plan.atResources(direction);
    Arrays.setAll(push, l -> push[l] * weight / (at.slack[l] * at.slack[l]));
    double[] along = plan.alongRoutes(push);
    double[] missing = new double[gradient.length];
    Arrays.setAll(missing, i -> gradient[i] - curvature[i] * direction[i] - along[i]);
    return missing;
  }

  /** How fast the gradient of a buyer falls, without the barriers of resources. */
  private double curvature(int i, double weight) {
    double x = at.x[i];
    double left = at.left[i];
    double apart = APART * Math.min(x, left);
    Valuation valuation = plan.valuations().get(i);
    double fall = valuation.marginal(x - apart) - valuation.marginal(x + apart);
    double own = Math.max(0, fall / (2 * apart));
    return own + weight / (x * x) + weight / (left * left);
  }

  /** Moves as far as it helps; whether it does. */
  private boolean move(double[] direction, double slope, double weight) {
    double[] use = plan.atResources(direction);
    double length = longest(direction, use);
    Height before = height(at, weight);
    double rounding = ROUNDING * before.terms();
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      Point there = at.moved(direction, use, length);
      double wanted = before.value() + SUFFICIENT * length * slope - rounding;
      if (there.isInside() && height(there, weight).value() >= wanted) {
        boolean moves = !Arrays.equals(there.x, at.x);
        at = there;
        return moves;
      }
      length /= 2;
    }
    return false;
  }

  private double longest(double[] direction, double[] use) {
    double longest = 1 / TO_BOUNDARY;
    for (int i = 0; i < direction.length; i++) {
      double room = direction[i] > 0 ? at.left[i] : at.x[i];
      longest = direction[i] == 0 ? longest : Math.min(longest, room / Math.abs(direction[i]));
    }
    for (int l = 0; l < use.length; l++) {
      longest = use[l] > 0 ? Math.min(longest, at.slack[l] / use[l]) : longest;
    }
    return TO_BOUNDARY * longest;
  }

  /**
   * What is maximised.
   *
   * @param value $
   * @param terms how large its terms are together, which says how it is rounded
   */
  private record Height(double value, double terms) {}

  private Height height(Point point, double weight) {
    double logarithms = 0;
    double value = 0;
    double terms = 0;
    for (int i = 0; i < point.x.length; i++) {
      double own = plan.valuations().get(i).value(point.x[i]);
      double paid = reserve[i] * point.x[i];
      logarithms += StrictMath.log(point.x[i]) + StrictMath.log(point.left[i]);
      value += own - paid;
      terms += own + paid;
    }
    for (double slack : point.slack) {
      logarithms += StrictMath.log(slack);
    }
    return new Height(value + weight * logarithms, terms + weight * Math.abs(logarithms));
  }
}
