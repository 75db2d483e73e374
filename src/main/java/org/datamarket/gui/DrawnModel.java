package org.datamarket.gui;

import java.util.List;
import org.datamarket.model.MarketModel;
import org.datamarket.simulation.ModelSource;

/**
 * A market drawn in the console. Checkpoints hold it, so that they go on without the model file,
 * and find it again if it is still there.
 *
 * @param model what every draw gives
 * @param file the absolute path of the model file; empty for the bundled one
 * @param overrides the values set over the file's
 * @param fingerprint the model file's, with the values set over it and the seed
 */
record DrawnModel(MarketModel model, String file, List<String> overrides, String fingerprint)
    implements ModelSource {
  private static final long serialVersionUID = 1;

  @Override
  public MarketModel draw(long seed) {
    return model;
  }
}
