package org.datamarket.chart;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a chart's picture shows between its axes, whatever fonts, and therefore margins and labels,
 * it was drawn with: for each colour, in which of 160 × 100 equal cells of the plot it is seen.
 */
final class PlotTrace {
  private static final int COLUMNS = 160;
  private static final int ROWS = 100;

  /** A cell has some 9 × 7 pixels: rounding to other margins moves a line by less. */
  private static final int NEAR = 1;

  /** Axis lines are of 55 in each channel, grid lines of DD. */
  private static final int DARK = 0xB0;

  private static final int GREY = 8;

  /** Less than between any two colours of {@link ChartStyle}. */
  private static final int SAME = 12;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final Rectangle plot;

  PlotTrace(BufferedImage image) {
    width = image.getWidth();
    height = image.getHeight();
    pixels = image.getRGB(0, 0, width, height, null, 0, width);
    plot = plot();
  }

  /** Between the ends of the two axes: the column and the row with most dark grey. */
  private Rectangle plot() {
    int left = most(width, x -> count(height, y -> isAxis(x, y)));
    int bottom = most(height, y -> count(width, x -> isAxis(x, y)));
    int top = IntStream.range(0, height).filter(y -> isAxis(left, y)).findFirst().orElseThrow();
    int right = IntStream.range(0, width).filter(x -> isAxis(x, bottom)).max().orElseThrow();
    return new Rectangle(left, top, right - left, bottom - top);
  }

  private static int most(int size, IntUnaryOperator count) {
    int[] counts = IntStream.range(0, size).map(count).toArray();
    return IntStream.range(0, size).reduce((a, b) -> counts[b] > counts[a] ? b : a).orElseThrow();
  }

  private static int count(int size, IntPredicate property) {
    return (int) IntStream.range(0, size).filter(property).count();
  }

  private boolean isAxis(int x, int y) {
    int colour = pixels[y * width + x];
    int red = channel(colour, 16);
    int grey = red << 16 | red << 8 | red;
    return red < DARK && isNear(colour, grey, GREY);
  }

  /** The share of this picture's cells of a colour that have none in the same place of another. */
  double shareMissingIn(PlotTrace other, Color colour) {
    boolean[][] mine = cells(colour);
    boolean[][] theirs = other.cells(colour);
    int all = 0;
    int missing = 0;
    for (int column = 0; column < COLUMNS; column++) {
      for (int row = 0; row < ROWS; row++) {
        if (mine[column][row]) {
          all++;
          missing += hasNear(theirs, column, row) ? 0 : 1;
        }
      }
    }
    return all == 0 ? 0 : (double) missing / all;
  }

  private static boolean hasNear(boolean[][] cells, int column, int row) {
    for (int c = Math.max(0, column - NEAR); c <= Math.min(COLUMNS - 1, column + NEAR); c++) {
      for (int r = Math.max(0, row - NEAR); r <= Math.min(ROWS - 1, row + NEAR); r++) {
        if (cells[c][r]) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean[][] cells(Color colour) {
    boolean[][] cells = new boolean[COLUMNS][ROWS];
    for (int x = 0; x < plot.width; x++) {
      for (int y = 0; y < plot.height; y++) {
        int pixel = pixels[(plot.y + y) * width + plot.x + x];
        if (isNear(pixel, colour.getRGB(), SAME)) {
          cells[x * COLUMNS / plot.width][y * ROWS / plot.height] = true;
        }
      }
    }
    return cells;
  }

  private static boolean isNear(int one, int other, int distance) {
    return isNearIn(16, one, other, distance)
        && isNearIn(8, one, other, distance)
        && isNearIn(0, one, other, distance);
  }

  private static boolean isNearIn(int shift, int one, int other, int distance) {
    return Math.abs(channel(one, shift) - channel(other, shift)) <= distance;
  }

  private static int channel(int colour, int shift) {
    return colour >> shift & 0xFF;
  }
}
