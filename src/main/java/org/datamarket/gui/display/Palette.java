package org.datamarket.gui.display;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of everything drawn, all of which colour-blind people can tell apart: categories by
 * Okabe and Ito, scales by cividis, from its pale end for little to its dark one for much.
 */
public final class Palette {
  /** A sold share. */
  public static final Color SOLD = new Color(0x009E73);

  /** What has changed in the last round. */
  public static final Color CHANGED = new Color(0xD55E00);

  /** Whoever is in the reach of the selected agent. */
  public static final Color REACH = new Color(0x56B4E9);

  /** The selected agent's pool. */
  public static final Color POOL = new Color(0xE69F00);

  /** The selected agent's rivals. */
  public static final Color RIVAL = new Color(0xCC79A7);

  /** The influence set of the selected agent. */
  public static final Color INFLUENCE = new Color(0x0072B2);

  /** The ground. */
  public static final Color GROUND = new Color(0xFBFBFA);

  /** Text and outlines. */
  public static final Color INK = new Color(0x262626);

  /** Lesser text. */
  public static final Color FAINT_INK = new Color(0x5F5F5F);

  /** A bid that wins nothing. */
  public static final Color LOSING = new Color(0x9A9A9A);

  /** Whoever has opted out entirely. */
  public static final Color OPTED_OUT = new Color(0xA8A8A8);

  /** The part of a quantity or a demand that is not filled. */
  public static final Color EMPTY = new Color(0xE4E4E2);

  private static final List<Integer> CIVIDIS =
      List.of(
          0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55,
          0xFEE838);
  private static final double PALEST = 0.9;
  private static final int STEPS = 256;
  private static final List<Color> SCALE =
      IntStream.range(0, STEPS).mapToObj(k -> cividis(PALEST * (1 - k / (STEPS - 1.0)))).toList();

  private Palette() {}

  /** The colour of a place on a scale, 0 the least and 1 the most; beyond them it stays. */
  public static Color scale(double place) {
    double within = Double.isNaN(place) ? 0 : Math.max(0, Math.min(1, place));
    return SCALE.get((int) Math.round(within * (STEPS - 1)));
  }

  private static Color cividis(double place) {
    double at = place * (CIVIDIS.size() - 1);
    int below = Math.min((int) at, CIVIDIS.size() - 2);
    double share = at - below;
    int low = CIVIDIS.get(below);
    int high = CIVIDIS.get(below + 1);
    return new Color(
        mix(low >> 16, high >> 16, share), mix(low >> 8, high >> 8, share), mix(low, high, share));
  }

  private static int mix(int low, int high, double share) {
    return (int) Math.round((1 - share) * (low & 255) + share * (high & 255));
  }

  /** The colour of a cross that is to be seen on another colour. */
  static Color crossOn(Color color) {
    if (color.equals(Color.WHITE)) {
      return OPTED_OUT;
    }
    int light = 3 * color.getRed() + 6 * color.getGreen() + color.getBlue();
    return light > 1100 ? INK : Color.WHITE;
  }

  /** A colour with some of the ground showing through. */
  public static Color faded(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }
}
