package org.datamarket.study.effects;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.Factor;
import org.datamarket.study.Measure;
import org.datamarket.study.Setting;
import org.datamarket.study.design.SobolSequence;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.sensitivity.Bootstrap;
import org.datamarket.study.sensitivity.ElementaryEffects;
import org.datamarket.study.sensitivity.MorrisDesign;
import org.datamarket.study.sensitivity.MorrisResult;
import org.datamarket.study.sensitivity.SaltelliDesign;
import org.datamarket.study.sensitivity.SensitivityDesign;
import org.datamarket.study.sensitivity.SobolIndex;
import org.datamarket.study.sensitivity.SobolResult;

/** A way to learn which factors a measure depends on: its design, and what is estimated from it. */
public enum SensitivityMethod {
  /** Elementary effects: cheap, and tells what matters from what does not. */
  MORRIS(
      "morris",
      "morris",
      "trajectories",
      20,
      List.of("mu", "mu_star", "mu_star_low", "mu_star_high", "sigma"),
      1) {
    @Override
    public SensitivityDesign design(int samples, int factors, long seed) {
      return morris(samples, factors, seed);
    }

    @Override
    public Setting setting(Factor factor, double place) {
      return factor.across(place);
    }

    @Override
    SensitivityResult estimate(
        Measure measure, Design design, double[] outputs, Bootstrap bootstrap) {
      MorrisResult result =
          morris(design.samples(), design.factors().size(), design.seed())
              .effects(design.factors(), outputs, bootstrap);
      return new SensitivityResult(
          measure,
          this,
          result.effects().stream().map(SensitivityMethod::values).toList(),
          result.trajectories(),
          result.dropped());
    }
  },

  /**
   * Variance-based indices: more expensive, and says how much of the variance each factor accounts
   * for.
   */
  SOBOL(
      "sobol",
      "saltelli",
      "blocks",
      256,
      List.of("first", "first_low", "first_high", "total", "total_low", "total_high"),
      3) {
    @Override
    public SensitivityDesign design(int samples, int factors, long seed) {
      return saltelli(samples, factors, seed);
    }

    @Override
    public Setting setting(Factor factor, double place) {
      return factor.at(place);
    }

    @Override
    SensitivityResult estimate(
        Measure measure, Design design, double[] outputs, Bootstrap bootstrap) {
      SobolResult result =
          saltelli(design.samples(), design.factors().size(), design.seed())
              .indices(design.factors(), outputs, bootstrap);
      return new SensitivityResult(
          measure,
          this,
          result.indices().stream().map(SensitivityMethod::values).toList(),
          result.blocks(),
          result.dropped());
    }
  };

  /** The fewest trajectories or blocks: of one alone, nobody knows how far it is off. */
  public static final int LEAST_SAMPLES = 2;

  /** The fewest factors: one alone cannot be compared. */
  public static final int LEAST_FACTORS = 2;

  /** The most factors: a Sobol sequence has no more coordinates, and each factor takes two. */
  public static final int MOST_FACTORS = SobolSequence.MOST_DIMENSIONS / 2;

  private static final int MORRIS_LEVELS = 4;

  private final String key;
  private final String kind;
  private final String group;
  private final int usualSamples;
  private final List<String> columns;
  private final int main;

  SensitivityMethod(
      String key, String kind, String group, int usualSamples, List<String> columns, int main) {
    this.key = key;
    this.kind = kind;
    this.group = group;
    this.usualSamples = usualSamples;
    this.columns = columns;
    this.main = main;
  }

  /** What an analysis is made of. */
  record Design(List<String> factors, int samples, long seed) {}

  /** The method of a name such as {@code morris}, if it is one. */
  public static Optional<SensitivityMethod> of(String key) {
    return Arrays.stream(values()).filter(method -> method.key.equals(key)).findFirst();
  }

  /** Its name on the command line. */
  public String key() {
    return key;
  }

  /** The kind of the study's design. */
  public String kind() {
    return kind;
  }

  /** What a sample is called: the points that are left out together if one has no value. */
  public String group() {
    return group;
  }

  /** How many samples there are if nobody says. */
  public int usualSamples() {
    return usualSamples;
  }

  /** The names of what is estimated for each factor. */
  public List<String> columns() {
    return columns;
  }

  /** The place of the number by which factors are ranked. */
  public int main() {
    return main;
  }

  /** How many points a design has; it may be more than can be. */
  public long points(long samples, long factors) {
    return samples * (factors + (this == MORRIS ? 1 : 2));
  }

  /** Where the points lie in the unit hypercube. */
  public abstract SensitivityDesign design(int samples, int factors, long seed);

  /** The level of a factor at a coordinate of the design. */
  public abstract Setting setting(Factor factor, double place);

  /** What the outputs at the points of a design say. */
  abstract SensitivityResult estimate(
      Measure measure, Design design, double[] outputs, Bootstrap bootstrap);

  private static MorrisDesign morris(int samples, int factors, long seed) {
    return new MorrisDesign(samples, factors, MORRIS_LEVELS, new RandomStreams(seed));
  }

  private static SaltelliDesign saltelli(int samples, int factors, long seed) {
    return new SaltelliDesign(samples, factors, new SobolSequence(), new RandomStreams(seed));
  }

  private static FactorSensitivity values(ElementaryEffects of) {
    return new FactorSensitivity(
        of.factor(), List.of(of.mu(), of.muStar(), of.muStarLow(), of.muStarHigh(), of.sigma()));
  }

  private static FactorSensitivity values(SobolIndex of) {
    return new FactorSensitivity(
        of.factor(),
        List.of(
            of.first(), of.firstLow(), of.firstHigh(), of.total(), of.totalLow(), of.totalHigh()));
  }
}
