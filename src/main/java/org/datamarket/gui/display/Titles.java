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
    if (holds(overrides) && !model.description().isBlank()) {
      return of(model.name(), model.description(), overrides);
    }
    return with(of(model), overrides);
  }

  /**
   * The title of a market that is yet to be drawn from a model file.
   *
   * @param description what the file says of it; may be empty
   * @param overrides the values set over the file's
   */
  public static String of(String name, String description, List<String> overrides) {
    return holds(overrides) && !description.isBlank()
        ? "%s: %s".formatted(name, description.lines().findFirst().orElseThrow())
        : with(name, overrides);
  }

  /** Whether what a model file says of its market holds beside the values set over it. */
  public static boolean holds(List<String> overrides) {
    return overrides.isEmpty() || overrides.stream().anyMatch(set -> set.startsWith(DESCRIPTION));
  }

  private static String with(String title, List<String> overrides) {
    return overrides.isEmpty()
        ? title
        : "%s, with %s".formatted(title, String.join(", ", overrides));
  }

  private static String counts(MarketModel model) {
    return "%s and %s"
        .formatted(
            Counts.of(model.buyers().size(), "buyer"), Counts.of(model.sellers().size(), "seller"));
  }
}
