package org.datamarket.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A factor between two numbers.
 *
 * @param from the lower end, included
 * @param to the upper end, included, above {@code from}
 * @param count how many levels a grid has; 0 if the range has none
 * @param logarithmic whether ratios are even rather than differences; both ends are above 0 then
 * @param whole whether levels are whole numbers
 */
public record RangeFactor(
    String name, BigDecimal from, BigDecimal to, int count, boolean logarithmic, boolean whole)
    implements Factor {
  private static final int MOST_SAMPLES = 1_000;

  @Override
  public List<Setting> levels() {
    List<Setting> levels = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      levels.add(Settings.number(name, level(k)));
    }
    return levels;
  }

  private double level(int k) {
    if (k == 0 || k == count - 1) {
      return rounded((k == 0 ? from : to).doubleValue());
    }
    if (logarithmic) {
      return rounded(Settings.shortened(ratio((double) k / (count - 1))));
    }
    BigDecimal step = to.subtract(from).multiply(BigDecimal.valueOf(k));
    return rounded(
        from.add(step.divide(BigDecimal.valueOf(count - 1L), MathContext.DECIMAL64)).doubleValue());
  }

  private double ratio(double place) {
    double low = StrictMath.log(from.doubleValue());
    double high = StrictMath.log(to.doubleValue());
    double value = StrictMath.exp(low + place * (high - low));
    return Math.min(to.doubleValue(), Math.max(from.doubleValue(), value));
  }

  private double rounded(double value) {
    return whole ? Math.rint(value) : value;
  }

  @Override
  public Setting at(double place) {
    double low = from.doubleValue();
    double high = to.doubleValue();
    return whole && !logarithmic
        ? Settings.number(name, Math.min(high, Math.floor(low + place * (high - low + 1))))
        : between(place);
  }

  @Override
  public Setting across(double share) {
    return between(share);
  }

  /** So far from the lower to the upper end, both exact, on the range's scale. */
  private Setting between(double share) {
    double low = from.doubleValue();
    double high = to.doubleValue();
    if (share <= 0 || share >= 1) {
      return Settings.number(name, share <= 0 ? low : high);
    }
    double value = logarithmic ? ratio(share) : low + share * (high - low);
    double level = whole ? Math.rint(value) : Settings.shortened(value);
    return Settings.number(name, Math.min(high, Math.max(low, level)));
  }

  @Override
  public List<Setting> samples() {
    return count > 0 && count <= MOST_SAMPLES
        ? levels()
        : List.of(
            Settings.number(name, from.doubleValue()), Settings.number(name, to.doubleValue()));
  }
}
