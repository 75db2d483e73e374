package org.datamarket.gui.inspect;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.datamarket.gui.DataMarketWithUI;
import org.datamarket.gui.chart.LiveChart;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;

/**
 * Plays the model that comes with the program and writes pictures of the inspectors and the charts
 * into a folder. Needs a display. Arguments: the folder, docs/images by default; pixels a point, 1
 * by default; how many rounds to play, 40 by default.
 */
public final class InspectorPictures {
  private final Path folder;
  private final double scale;

  private InspectorPictures(Path folder, double scale) {
    this.folder = folder;
    this.scale = scale;
  }

  /** Writes the pictures. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "docs/images"));
    double scale = args.length > 1 ? Double.parseDouble(args[1]) : 1;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 40;
    new InspectorPictures(folder, scale).make(rounds);
    System.exit(0);
  }

  private void make(int rounds) throws Exception {
    DataMarketWithUI gui = new DataMarketWithUI();
    Console[] console = new Console[1];
    BuyerInspector[] buyer = new BuyerInspector[1];
    SellerInspector[] seller = new SellerInspector[1];
    SwingUtilities.invokeAndWait(
        () -> {
          console[0] = (Console) gui.createController();
          gui.charts().all().forEach(chart -> chart.frame().setVisible(true));
          console[0].pressPause();
          buyer[0] = new BuyerInspector(gui, gui.market().buyers().get(16));
          seller[0] = new SellerInspector(gui, gui.market().sellers().get(busiest(gui.market())));
          buyer[0].createFrame(null).setVisible(true);
          seller[0].createFrame(null).setVisible(true);
          console[0].setWhenShouldPause(rounds);
          console[0].pressPause();
        });
    while (console[0].getPlayState() != Console.PS_PAUSED || gui.market().monitor().round() == 0) {
      Thread.sleep(50);
    }
    Thread.sleep(1000);
    SwingUtilities.invokeAndWait(
        () -> {
          write("buyer", buyer[0]);
          write("seller", seller[0]);
          for (LiveChart chart : gui.charts().all()) {
            String title = chart.frame().getTitle().toLowerCase(Locale.ROOT).replace(' ', '-');
            picture("chart-" + title, chart.frame().getContentPane());
          }
        });
  }

  /** The seller with the most buyers in reach, so that its book shows something. */
  private static int busiest(DataMarket market) {
    int[] seen = new int[market.sellers().size()];
    for (Buyer buyer : market.buyers()) {
      for (int k = 0; k < market.market().reach().degree(buyer.number()); k++) {
        seen[market.market().reach().seller(buyer.number(), k)]++;
      }
    }
    int busiest = 0;
    for (int j = 1; j < seen.length; j++) {
      busiest = seen[j] > seen[busiest] ? j : busiest;
    }
    return busiest;
  }

  private void write(String name, AgentInspector inspector) {
    for (int tab = 0; tab < inspector.tabs().getTabCount(); tab++) {
      inspector.tabs().setSelectedIndex(tab);
      inspector.validate();
      String title = inspector.tabs().getTitleAt(tab).toLowerCase(Locale.ROOT).replace(' ', '-');
      picture("inspector-" + name + "-" + title, inspector);
    }
  }

  private void picture(String name, Component component) {
    BufferedImage image =
        new BufferedImage(
            (int) (scale * component.getWidth()),
            (int) (scale * component.getHeight()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.scale(scale, scale);
    component.paint(canvas);
    canvas.dispose();
    try {
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
