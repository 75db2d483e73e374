package org.datamarket.gui.display;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;

/**
 * Where everybody is drawn, on a sheet of {@value #WIDTH} × {@value #HEIGHT}: sellers in a band at
 * the top, buyers in one at the bottom, and the bids between them. Few agents stand in the order of
 * the file; many are sorted, sellers by quantity and buyers by willingness to pay, column by column
 * from the left. It depends on the model only, so that nobody moves while a run lasts.
 */
public final class MarketLayout {
  /** The width of the sheet. */
  public static final int WIDTH = 1000;

  /** The height of the sheet. */
  public static final int HEIGHT = 660;

  /** The width of its empty edges at the left and the right. */
  static final double MARGIN = 26;

  private static final double CAPTION = 30;
  private static final int FEW = 12;
  private static final int SOME = 30;
  private static final double WORTH_STAGGERING = 14;
  private static final int MOST_BUYERS_WITH_EDGES = 1000;
  private static final int MOST_SELLERS_WITH_EDGES = 200;

  private final Band sellers;
  private final Band buyers;
  private final boolean aggregated;
  private final double bidWidth;

  /** The layout of a market. */
  public MarketLayout(MarketModel model) {
    double[] quantities = model.sellers().stream().mapToDouble(SellerSpec::quantity).toArray();
    double[] demands =
        model.buyers().stream().mapToDouble(buyer -> buyer.valuation().demand()).toArray();
    double[] willingness = model.buyers().stream().mapToDouble(MarketLayout::willingness).toArray();
    this.aggregated =
        demands.length > MOST_BUYERS_WITH_EDGES || quantities.length > MOST_SELLERS_WITH_EDGES;
    this.sellers = new Band(quantities, quantities, CAPTION + 18, 128, 22, 84);
    this.buyers = new Band(demands, willingness, 0, 240, 18, 84);
    this.bidWidth = bidWidth(demands);
    buyers.moveDown(HEIGHT - CAPTION - (demands.length <= FEW ? 20 : 0) - buyers.height());
  }

  /** θ′ at half the demand: what the buyer would pay for the middle of what it wants. */
  private static double willingness(BuyerSpec buyer) {
    return buyer.valuation().marginal(buyer.valuation().demand() / 2);
  }

  private double bidWidth(double[] demands) {
    double[] ascending = demands.clone();
    Arrays.sort(ascending);
    double large = ascending.length == 0 ? 1 : ascending[(int) (0.9 * (ascending.length - 1))];
    return large > 0 ? widestBid() / large : 0;
  }

  /** How wide all but the widest bids are at most. */
  double widestBid() {
    return Math.max(3, Math.min(13, 0.42 * buyers.pitch()));
  }

  /** How wide a bid is for each GB that it gets. */
  double bidWidth() {
    return bidWidth;
  }

  /** The sellers' places. */
  public Band sellers() {
    return sellers;
  }

  /** The buyers' places. */
  public Band buyers() {
    return buyers;
  }

  /** Whether bids are too many to be drawn one by one. */
  public boolean isAggregated() {
    return aggregated;
  }

  /** The places of one side of the market. */
  public static final class Band {
    private final double[] x;
    private final double[] y;
    private final double[] size;
    private final boolean sorted;
    private final double pitch;
    private final int rows;
    private final int columns;
    private double top;

    private Band(
        double[] sizes,
        double[] keys,
        double top,
        double mostHeight,
        double goodPitch,
        double mostPitch) {
      int count = sizes.length;
      int chosen = 1;
      double best = 0;
      for (int r = 1; r <= Math.max(1, count) && best < goodPitch; r++) {
        double reached = pitch(count, r, mostHeight, mostPitch);
        if (reached > best) {
          best = reached;
          chosen = r;
        }
      }
      this.rows = chosen;
      this.columns = Math.max(1, (count + rows - 1) / rows);
      this.pitch = best;
      this.top = top;
      this.sorted = count > FEW;
      this.x = new double[count];
      this.y = new double[count];
      this.size = new double[count];
      place(order(keys));
      double reference = reference(sizes);
      for (int k = 0; k < count; k++) {
        double share = Math.sqrt(Math.min(1, sizes[k] / reference));
        size[k] = pitch * (pitch < 8 ? Math.max(0.35, 0.9 * share) : Math.max(0.2, 0.86 * share));
      }
    }

    private static double pitch(int count, int rows, double mostHeight, double mostPitch) {
      int columns = Math.max(1, (count + rows - 1) / rows);
      double stagger = rows > 1 ? 0.5 : 0;
      return Math.min(
          mostPitch, Math.min((WIDTH - 2 * MARGIN) / (columns + stagger), mostHeight / rows));
    }

    private Integer[] order(double[] keys) {
      Integer[] order = IntStream.range(0, keys.length).boxed().toArray(Integer[]::new);
      if (sorted) {
        Arrays.sort(
            order, Comparator.comparingDouble((Integer k) -> keys[k]).thenComparing(k -> k));
      }
      return order;
    }

    private void place(Integer[] order) {
      boolean staggered = rows > 1 && pitch >= WORTH_STAGGERING;
      double cell = (WIDTH - 2 * MARGIN) / (columns + (staggered ? 0.5 : 0));
      for (int k = 0; k < order.length; k++) {
        int column = k / rows;
        int row = k % rows;
        double shift = staggered && row % 2 == 1 ? 1 : 0.5;
        x[order[k]] = MARGIN + cell * (column + shift);
        y[order[k]] = top + pitch * (row + 0.5);
      }
    }

    private static double reference(double[] sizes) {
      double[] ascending = sizes.clone();
      Arrays.sort(ascending);
      double share = ascending.length > SOME ? 0.95 : 1;
      double reference =
          ascending.length == 0 ? 1 : ascending[(int) (share * (ascending.length - 1))];
      return reference > 0 ? reference : 1;
    }

    private void moveDown(double by) {
      top += by;
      for (int k = 0; k < y.length; k++) {
        y[k] += by;
      }
    }

    /** How many there are. */
    public int count() {
      return x.length;
    }

    /** The middle of an agent, from the left. */
    public double x(int agent) {
      return x[agent];
    }

    /** The middle of an agent, from above. */
    public double y(int agent) {
      return y[agent];
    }

    /** The width and height of an agent. */
    public double size(int agent) {
      return size[agent];
    }

    /** The distance from one agent to the next. */
    public double pitch() {
      return pitch;
    }

    /** Whether they stand in the order of a quantity, not in that of the file. */
    public boolean isSorted() {
      return sorted;
    }

    /** Where the band begins. */
    public double top() {
      return top;
    }

    /** How high the band is. */
    public double height() {
      return pitch * rows;
    }

    /** The agent at a place, or the nearest within reach of a finger; -1 if there is none. */
    public int at(double px, double py) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < x.length; k++) {
        double away = Math.max(Math.abs(px - x[k]), Math.abs(py - y[k]));
        double reach = Math.max(size[k] / 2, Math.min(pitch / 2, 5));
        if (away <= reach && away < least) {
          least = away;
          nearest = k;
        }
      }
      return nearest;
    }
  }
}
