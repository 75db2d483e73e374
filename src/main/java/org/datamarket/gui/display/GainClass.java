package org.datamarket.gui.display;

import java.awt.Color;
import java.util.List;
import org.datamarket.analysis.BuyerAccount;

/**
 * How much a buyer could gain by any bids whatever, as a multiple of ε: none to speak of up to 1,
 * then two classes for each power of ten, which grow darker.
 */
enum GainClass {
  /** Not defined: under strict ties, over budget, and where there are no bids. */
  UNKNOWN(Double.NaN, new Color(0xB4B4B4)),
  /** Up to ε: a bid for it would not be worth its fee. */
  NONE(1, Color.WHITE),
  UP_TO_3(3, Palette.scale(0)),
  UP_TO_10(10, Palette.scale(0.3)),
  UP_TO_30(30, Palette.scale(0.55)),
  UP_TO_100(100, Palette.scale(0.78)),
  MORE(Double.POSITIVE_INFINITY, Palette.scale(1));

  private static final List<GainClass> GAINS = List.of(values()).subList(1, values().length);

  private final double most;
  private final Color color;

  GainClass(double most, Color color) {
    this.most = most;
    this.color = color;
  }

  /** The classes of gains that are known, the least first. */
  static List<GainClass> gains() {
    return GAINS;
  }

  /**
   * The class of a buyer's gain.
   *
   * @param epsilon ε, $; where it is 0, any gain is more than a hundred times that
   */
  static GainClass of(BuyerAccount account, double epsilon) {
    double gain = account.nashGap();
    for (GainClass one : GAINS) {
      boolean bounded = one == MORE || gain <= (epsilon == 0 ? 0 : one.most * epsilon);
      if (bounded) {
        return Double.isNaN(gain) ? UNKNOWN : one;
      }
    }
    throw new AssertionError(gain);
  }

  /** The most that a buyer of this class could gain, as a multiple of ε. */
  double most() {
    return most;
  }

  /** Its colour. */
  Color color() {
    return color;
  }
}
