package org.datamarket.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.output.Figures;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.TextAnchor;

/**
 * A vertical axis from 0 upwards that is logarithmic for large values and has a place for 0: the
 * height of a value v is log(1 + v / unit).
 */
final class ZeroLogAxis extends NumberAxis {
  private static final long serialVersionUID = 1;
  private static final double LEAST_DISTANCE = 17;
  private static final List<Integer> DIGITS = List.of(1, 5, 2);

  private final double unit;

  /**
   * An axis.
   *
   * @param unit values well above this are on a logarithmic scale, above 0
   * @param most the greatest value to be shown
   */
  ZeroLogAxis(String label, double unit, double most) {
    super(label + ", log scale");
    ChartStyle.dress(this);
    this.unit = unit;
    setRange(0, unit * (Math.pow(1 + Math.max(most, unit) / unit, 1.08) - 1));
  }

  private double height(double value) {
    return Math.log1p(Math.max(0, value) / unit);
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double share = height(value) / height(getRange().getUpperBound());
    return area.getMaxY() - share * area.getHeight();
  }

  @Override
  public double java2DToValue(double y, Rectangle2D area, RectangleEdge edge) {
    double share = (area.getMaxY() - y) / area.getHeight();
    return unit * Math.expm1(share * height(getRange().getUpperBound()));
  }

  /** 0, the powers of ten, and as many of their multiples by 5 and 2 as there is room for. */
  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<Double> values = new ArrayList<>();
    values.add(0.0);
    double upper = getRange().getUpperBound();
    int lowestPower = (int) Math.ceil(Math.log10(unit) - 1e-9);
    for (int digit : DIGITS) {
      for (int power = lowestPower; Math.pow(10, power) <= upper; power++) {
        double value = Double.parseDouble(digit + "e" + power);
        double y = valueToJava2D(value, area, edge);
        boolean free =
            values.stream()
                .allMatch(v -> Math.abs(valueToJava2D(v, area, edge) - y) >= LEAST_DISTANCE);
        if (value <= upper && free) {
          values.add(value);
        }
      }
    }
    return values.stream().sorted().map(ZeroLogAxis::tick).toList();
  }

  private static ValueTick tick(double value) {
    return new NumberTick(
        value, Figures.of(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0);
  }
}
