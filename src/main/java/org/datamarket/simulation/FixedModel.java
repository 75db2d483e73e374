package org.datamarket.simulation;

import org.datamarket.model.MarketModel;

/**
 * A market that is drawn already.
 *
 * @param model what every draw gives
 */
public record FixedModel(MarketModel model) implements ModelSource {
  @Override
  public MarketModel draw(long seed) {
    return model;
  }
}
