package org.datamarket.mechanism;

import java.io.Serializable;
import org.datamarket.kind.Kinds;

/**
 * How trade is organized: what model files call the mechanism. Either the market is played by
 * rounds, or it is a {@link Mechanism} and clears once.
 */
public interface MarketDesign extends Serializable {

  /** Its name in files. */
  default String key() {
    return Kinds.nameOf(this);
  }
}
