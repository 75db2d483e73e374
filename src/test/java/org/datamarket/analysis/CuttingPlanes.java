package org.datamarket.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.datamarket.market.Valuation;

/**
 * The planner's optimum straight from its definition, slowly, for small markets: Kelley's cutting
 * planes. Each concave θ_i is replaced by the least of some of its tangents, the linear programme
 * is solved by the simplex method, and a tangent is added where its solution lies. The programme's
 * value is never below the optimum, what its solution is really worth never above.
 */
public final class CuttingPlanes {
  private final SampleMarket market;
  private final List<int[]> pairs = new ArrayList<>();
  private final List<LinearConstraint> constraints = new ArrayList<>();
  private final int buyers;
  public double lower = Double.NEGATIVE_INFINITY;
  public double upper = Double.POSITIVE_INFINITY;

  public CuttingPlanes(SampleMarket market) {
    this.market = market;
    buyers = market.valuations().size();
    for (int i = 0; i < buyers; i++) {
      for (int k = 0; k < market.reach().degree(i); k++) {
        pairs.add(new int[] {i, market.reach().seller(i, k)});
      }
    }
    for (int j = 0; j < market.quantities().length; j++) {
      double[] row = new double[buyers + pairs.size()];
      for (int p = 0; p < pairs.size(); p++) {
        row[buyers + p] = pairs.get(p)[1] == j ? 1 : 0;
      }
      constraints.add(new LinearConstraint(row, Relationship.LEQ, market.quantities()[j]));
    }
    for (int i = 0; i < buyers; i++) {
      double demand = market.valuations().get(i).demand();
      tangent(i, market.valuations().get(i).value(demand), 0, demand);
      for (double share : new double[] {1e-3, 0.1, 0.5, 1}) {
        tangentAt(i, share * demand);
      }
    }
  }

  /** Narrows the bounds until they are relatively this close, or for so many rounds. */
  public void solve(double gap, int rounds) {
    double[] objective = new double[buyers + pairs.size()];
    Arrays.fill(objective, 0, buyers, 1);
    for (int p = 0; p < pairs.size(); p++) {
      objective[buyers + p] = -market.reserves()[pairs.get(p)[1]];
    }
    for (int round = 0; round < rounds && upper - lower > gap * Math.abs(upper); round++) {
      PointValuePair solution =
          new SimplexSolver(1e-10, 10, 1e-12)
              .optimize(
                  new LinearObjectiveFunction(objective, 0),
                  new LinearConstraintSet(constraints),
                  GoalType.MAXIMIZE,
                  new NonNegativeConstraint(true),
                  new MaxIter(20_000));
      upper = Math.min(upper, solution.getValue());
      evaluate(solution.getPoint());
    }
  }

  private void evaluate(double[] point) {
    double[] totals = new double[buyers];
    double worth = 0;
    for (int p = 0; p < pairs.size(); p++) {
      totals[pairs.get(p)[0]] += point[buyers + p];
      worth -= market.reserves()[pairs.get(p)[1]] * point[buyers + p];
    }
    for (int i = 0; i < buyers; i++) {
      Valuation valuation = market.valuations().get(i);
      worth += valuation.value(totals[i]);
      tangentAt(i, Math.min(totals[i], valuation.demand()));
    }
    lower = Math.max(lower, worth);
  }

  private void tangentAt(int buyer, double z) {
    Valuation valuation = market.valuations().get(buyer);
    double slope = valuation.marginal(z);
    if (!Double.isInfinite(slope)) {
      tangent(buyer, valuation.value(z), slope, z);
    } else if (valuation.demand() > 0) {
      tangentAt(buyer, 1e-9 * valuation.demand());
    }
  }

  /** worth_i ≤ value + slope (Σ_j x_ij − z). */
  private void tangent(int buyer, double value, double slope, double z) {
    double[] row = new double[buyers + pairs.size()];
    row[buyer] = 1;
    for (int p = 0; p < pairs.size(); p++) {
      row[buyers + p] = pairs.get(p)[0] == buyer ? -slope : 0;
    }
    constraints.add(new LinearConstraint(row, Relationship.LEQ, value - slope * z));
  }
}
