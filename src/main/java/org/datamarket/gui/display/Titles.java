package org.datamarket.gui.display;

import java.util.List;
import org.datamarket.model.MarketModel;

/**
 * What runs, in a line that holds. A model's description is its author's and speaks of the file as
 * it was written: where other values have been set, or where that is not known, the market is
 * described as it is.
 */
public final class Titles {
  private static final String DESCRIPTION = "description=";

  private Titles() {}

  /** The title of a market from elsewhere than a model file. */
  public static String of(MarketModel model) {
    return "%s: %s".formatted(model.name(), counts(model));
  }

  /**
   * The title of a market drawn from a model file.
   *
   * @param overrides the values set over the file's
   */
  public static String of(MarketModel model, List<String> overrides) {
    boolean holds =
        overrides.isEmpty() || overrides.stream().anyMatch(set -> set.startsWith(DESCRIPTION));
    String description = model.description().lines().findFirst().orElse("");
    if (holds && !description.isBlank()) {
      return "%s: %s".formatted(model.name(), description);
    }
    return overrides.isEmpty()
        ? of(model)
        : "%s, with %s".formatted(of(model), String.join(", ", overrides));
  }

  private static String counts(MarketModel model) {
    return "%s and %s"
        .formatted(
            Counts.of(model.buyers().size(), "buyer"), Counts.of(model.sellers().size(), "seller"));
  }
}
