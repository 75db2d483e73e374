package org.datamarket.mechanism.file;

import java.util.Map;

/** What a line asks: a market and how it is cleared. */
public sealed interface Question permits MarketCase, QuantizedCase, RoutesCase, TopologyCase {

  /**
   * What comes out, as plain values to be written as JSON, keys in a fixed order.
   *
   * @param chosen which mechanisms are looked at, where there is a choice
   */
  Map<String, Object> answer(MechanismChoice chosen);
}
