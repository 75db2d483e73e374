package org.datamarket.run;

import java.util.SplittableRandom;

/**
 * Legal model files at the ends of what is legal: numbers of all sizes from 10⁻³⁰ to 10³⁰, together
 * or each size alone, with every distribution, valuation, strategy, tie rule and activation.
 */
final class ExtremeModels {
  private static final int WIDEST = 30;

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();
  private final int sellers;

  private ExtremeModels(int seed) {
    random = new SplittableRandom(seed);
    sellers = 1 + random.nextInt(6);
  }

  /** The model file of a seed. */
  static String yaml(int seed) {
    return new ExtremeModels(seed).draw(seed);
  }

  private String draw(int seed) {
    line("format: 1");
    line("name: extreme");
    line("seed: " + seed);
    line("round-limit: 25");
    line("epsilon: " + sizeOrZero());
    line("ties: " + (isOneIn(3) ? "strict" : "proportional"));
    line(activation());
    line(reach());
    if (isOneIn(4)) {
      line("isp: {price: " + size() + "}");
    }
    if (isOneIn(4)) {
      line("supply-demand-ratio: " + (isOneIn(2) ? "0.7" : size()));
    }
    boolean users = isOneIn(8);
    if (users) {
      users();
    }
    buyers(sellers == 1 && !users);
    sellers();
    return text.toString();
  }

  private void users() {
    line(
        "users: {name: u, count: %d, usage: %s, alpha: %s, reserve: %s, plans: [%s]}"
            .formatted(
                1 + random.nextInt(20),
                quantity(false),
                size(-3, -0.6),
                quantity(true),
                "{cap: %s, overage: %s, share: 1}".formatted(size(), size())));
  }

  private void buyers(boolean single) {
    line("buyers:");
    int groups = 1 + random.nextInt(3);
    for (int k = 0; k < groups; k++) {
      line(
          "  - {name: b%d, count: %d, demand: %s, valuation: %s, strategy: %s, budget: %s}"
              .formatted(
                  k,
                  1 + random.nextInt(9),
                  quantity(false),
                  valuation(),
                  strategy(single),
                  isOneIn(3) ? quantity(true) : "unlimited"));
    }
  }

  private void sellers() {
    line("sellers:");
    int left = sellers;
    for (int k = 0; left > 0; k++) {
      int count = 1 + random.nextInt(left);
      left -= count;
      line(
          "  - {name: s%d, count: %d, quantity: %s, reserve: %s%s, strategy: %s}"
              .formatted(
                  k,
                  count,
                  quantity(false),
                  quantity(true),
                  isOneIn(4) ? ", initial-reserve: " + sizeOrZero() : "",
                  isOneIn(3)
                      ? "fixed"
                      : "{kind: progressive, delta: %s}"
                          .formatted(isOneIn(3) ? sizeOrZero() : "0")));
    }
  }

  private String activation() {
    return switch (random.nextInt(5)) {
      case 0 -> "activation: simultaneous";
      case 1 ->
          "activation: {kind: asynchronous, gap: %s, delay: %s}".formatted(gap(), quantity(true));
      case 2 -> "order: fixed";
      default -> "order: random";
    };
  }

  private String gap() {
    return switch (random.nextInt(3)) {
      case 0 -> size();
      case 1 -> "{exponential: {mean: %s}}".formatted(size());
      default -> "{weibull: {shape: 0.5, mean: %s}}".formatted(size());
    };
  }

  private String reach() {
    int seen = 1 + random.nextInt(sellers);
    return switch (random.nextInt(4)) {
      case 0 -> "reach: {kind: random, sellers: %d}".formatted(seen);
      case 1 -> "reach: {kind: dominant-seller, sellers: %d}".formatted(seen);
      default -> "reach: full";
    };
  }

  private String valuation() {
    return switch (random.nextInt(5)) {
      case 0 ->
          "{kind: logarithmic, sigma: %s, base: %s}".formatted(quantity(false), quantity(false));
      case 1 ->
          "{kind: parabolic, %s: %s}"
              .formatted(isOneIn(2) ? "slope" : "marginal-at-zero", quantity(false));
      case 2 -> "{kind: linear, unit-value: %s}".formatted(quantity(false));
      default ->
          "{kind: alpha-fair, sigma: %s, alpha: %s, base: %s}"
              .formatted(quantity(false), alpha(), quantity(true));
    };
  }

  private String alpha() {
    return switch (random.nextInt(7)) {
      case 0 -> "0";
      case 1 -> "0.9999999999";
      case 2 -> Double.toString(Math.nextDown(1.0));
      case 3 -> size(-WIDEST, -1);
      case 4 -> "{uniform: {min: 0, max: 0.999}}";
      default -> "0." + (1 + random.nextInt(9));
    };
  }

  private String strategy(boolean single) {
    String shading = isOneIn(2) ? "utility" : "lazar-semret";
    return switch (random.nextInt(single ? 5 : 4)) {
      case 0 -> "{kind: cumulative, shading: %s}".formatted(shading);
      case 1 -> "{kind: waterfill, shading: %s}".formatted(shading);
      case 4 -> "{kind: truthful-single, shading: %s}".formatted(shading);
      default ->
          "{kind: opt-out, ranking: %s, shortfall: %s, shading: %s}"
              .formatted(
                  isOneIn(3) ? "offer" : "residual", isOneIn(3) ? "abstain" : "partial", shading);
    };
  }

  private String quantity(boolean mayBeZero) {
    return switch (random.nextInt(12)) {
      case 0 -> uniform();
      case 1 -> "{lognormal: {median: %s, sigma: %d}}".formatted(size(), random.nextInt(7));
      case 2 -> "{exponential: {mean: %s}}".formatted(size());
      case 3 -> "{weibull: {shape: 0.5, mean: %s}}".formatted(size());
      case 4 -> "{empirical: [%s, %s, %s]}".formatted(size(), size(), size());
      case 5 -> "{normal: {mean: %s, sd: %s}}".formatted(size(), size());
      default -> mayBeZero ? sizeOrZero() : size();
    };
  }

  private String uniform() {
    double one = Double.parseDouble(size());
    double other = Double.parseDouble(size());
    return "{uniform: {min: %s, max: %s}}".formatted(Math.min(one, other), Math.max(one, other));
  }

  private String sizeOrZero() {
    return isOneIn(5) ? "0" : size();
  }

  /** A number of any size, of everyday sizes, of nearly one size, or at an end of the range. */
  private String size() {
    int middle = random.nextInt(1 - WIDEST, WIDEST);
    return switch (random.nextInt(6)) {
      case 0 -> size(-WIDEST, WIDEST);
      case 1 -> size(middle - 1, middle + 1);
      case 2 -> size(-9, 9);
      case 3 -> isOneIn(2) ? "1e-30" : "1e30";
      default -> size(-2, 3);
    };
  }

  private String size(double lowestPower, double highestPower) {
    double power = lowestPower + random.nextDouble() * (highestPower - lowestPower);
    double value =
        isOneIn(3) ? Double.parseDouble("1e" + Math.round(power)) : StrictMath.pow(10, power);
    return Double.toString(Math.max(1e-30, Math.min(1e30, value)));
  }

  private boolean isOneIn(int several) {
    return random.nextInt(several) == 0;
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
