package org.datamarket.simulation;

import java.io.Serializable;
import org.datamarket.model.MarketModel;

/**
 * Where a simulation gets its market from: a model file, or anything that draws one from a seed.
 */
@FunctionalInterface
public interface ModelSource extends Serializable {

  /** The market of a seed; the same for the same seed. */
  MarketModel draw(long seed);
}
