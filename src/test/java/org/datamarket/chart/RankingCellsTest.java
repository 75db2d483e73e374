package org.datamarket.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.datamarket.explain.RankingMoment;
import org.datamarket.figure.RankingHistory;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;

class RankingCellsTest {
  private static final int ROW = 50;
  private static final int ROUND = 20;

  private static RankingMoment moment(int round, List<String> ranked, int pool) {
    Optional<String> last = pool == 0 ? Optional.empty() : Optional.of(ranked.get(pool - 1));
    return new RankingMoment(round, 2, ranked, ranked.subList(0, pool), last, 1, 1, 1, 0, 0.1);
  }

  /** Rounds 1 to 4, of which 2 has been dropped; a is the row above. */
  private static BufferedImage painted() {
    RankingHistory history =
        RankingHistory.of(
            List.of(
                moment(1, List.of("a", "b"), 2),
                moment(3, List.of("a", "b"), 0),
                moment(4, List.of("a"), 1)));
    BufferedImage image = new BufferedImage(4 * ROUND, 2 * ROW, BufferedImage.TYPE_INT_RGB);
    NumberAxis across = new NumberAxis();
    across.setRange(0.5, 4.5);
    NumberAxis up = new NumberAxis();
    up.setInverted(true);
    up.setRange(-0.5, 1.5);
    Graphics2D canvas = image.createGraphics();
    canvas.setPaint(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    Rectangle2D area = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
    new RankingCells(history).draw(canvas, null, area, across, up, 0, null);
    canvas.dispose();
    return image;
  }

  private static Color at(BufferedImage image, int round, int row, double height) {
    int x = (int) ((round - 0.5) * ROUND);
    return new Color(image.getRGB(x, (int) ((row + height) * ROW)));
  }

  @Test
  void cells_areShadedByRankWithBarsForPoolAndMarginalSeller() {
    BufferedImage image = painted();
    assertThat(at(image, 1, 0, 0.1)).isEqualTo(ChartStyle.BLUE);
    assertThat(at(image, 1, 0, 0.5)).isEqualTo(ChartStyle.ORANGE);
    assertThat(at(image, 1, 1, 0.1)).isEqualTo(ChartStyle.LIGHT_BLUE);
    assertThat(at(image, 1, 1, 0.3)).isEqualTo(ChartStyle.ORANGE);
    assertThat(at(image, 1, 1, 0.5)).isEqualTo(ChartStyle.INK);
    assertThat(at(image, 2, 1, 0.5)).as("lasts until the next").isEqualTo(ChartStyle.INK);
    assertThat(at(image, 3, 0, 0.5)).isEqualTo(ChartStyle.BLUE);
    assertThat(at(image, 3, 1, 0.5)).isEqualTo(ChartStyle.LIGHT_BLUE);
    assertThat(at(image, 4, 0, 0.5)).isEqualTo(ChartStyle.INK);
    assertThat(at(image, 4, 1, 0.5)).as("not ranked").isEqualTo(Color.WHITE);
  }

  @Test
  void shades_growLighterWithRank() {
    int before = RankingCells.shade(1, 12).getRed() - 1;
    for (int rank = 1; rank <= 12; rank++) {
      int red = RankingCells.shade(rank, 12).getRed();
      assertThat(red).isGreaterThan(before);
      before = red;
    }
  }
}
