package org.datamarket.study;

import java.util.List;
import org.datamarket.model.distribution.Supported;

/**
 * A factor that is drawn from a distribution.
 *
 * @param distribution of which a level is the quantile
 */
public record DistributionFactor(String name, Supported distribution) implements Factor {
  private static final double TAIL = 0.005;

  @Override
  public List<Setting> levels() {
    return List.of();
  }

  @Override
  public Setting at(double place) {
    return Settings.number(name, Settings.shortened(distribution.quantile(place)));
  }

  @Override
  public Setting across(double share) {
    return at(Math.min(1 - TAIL, Math.max(TAIL, share)));
  }

  @Override
  public List<Setting> samples() {
    return List.of(at(0.5));
  }
}
