package org.datamarket.gui;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.supremum.InfluenceSets;
import org.datamarket.gui.display.Around;
import org.datamarket.gui.display.Colouring;
import org.datamarket.gui.display.Picture;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;
import sim.portrayal.Inspector;

/**
 * Plays three models in the console and writes pictures of its windows into a folder: small,
 * middling and large markets, a selected buyer and seller, the tabs of the console. Needs a
 * display. Arguments: the folder, docs/images by default; pixels a point, 1 by default.
 */
public final class MarketPictures {
  private final Path folder;
  private final double scale;

  private MarketPictures(Path folder, double scale) {
    this.folder = folder;
    this.scale = scale;
  }

  /** Writes the pictures. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "docs/images"));
    MarketPictures pictures =
        new MarketPictures(folder, args.length > 1 ? Double.parseDouble(args[1]) : 1);
    pictures.make("worked-example", List.of("initial-bids=[]"), 3, "market-5x2");
    pictures.make("quickstart", List.of(), 20, "market-200x40");
    pictures.make("city", List.of(), 6, "market-10000x1000");
    pictures.cleared();
    System.exit(0);
  }

  private void make(String model, List<String> overrides, int rounds, String name)
      throws Exception {
    DataMarketWithUI gui =
        new DataMarketWithUI(OpenedModel.read(Path.of("models", model + ".yaml"), overrides));
    MarketConsole[] console = new MarketConsole[1];
    SwingUtilities.invokeAndWait(
        () -> {
          console[0] = (MarketConsole) gui.createController();
          console[0].pressPause();
          for (int k = 0; k < rounds; k++) {
            console[0].pressPlay();
          }
        });
    write(name, gui);
    if (model.equals("quickstart")) {
      SwingUtilities.invokeAndWait(() -> gui.display().colourBy(Colouring.GAIN));
      write(name + "-gain", gui);
      SwingUtilities.invokeAndWait(() -> gui.display().colourBy(Colouring.UTILITY));
    }
    DataMarket market = gui.market();
    SwingUtilities.invokeAndWait(
        () -> gui.selection().select(market.buyers().get(busiest(market))));
    write(name + "-buyer", gui);
    SwingUtilities.invokeAndWait(() -> gui.selection().select(market.sellers().get(0)));
    write(name + "-seller", gui);
    if (model.equals("quickstart")) {
      SwingUtilities.invokeAndWait(
          () -> {
            gui.display().showAround(Around.INFLUENCE);
            gui.selection().select(market.sellers().get(mostConnected(market)));
          });
      write(name + "-influence", gui);
      SwingUtilities.invokeAndWait(() -> gui.display().showAround(Around.REACH));
    }
    if (model.equals("quickstart")) {
      playOn(console[0]);
      await(gui, console[0]);
      SwingUtilities.invokeAndWait(() -> gui.selection().clear());
      write(name + "-end", gui);
      tabs(console[0]);
      turns(gui, console[0]);
      claims(gui, console[0]);
    }
    SwingUtilities.invokeAndWait(
        () -> {
          console[0].pressStop();
          gui.quit();
          console[0].dispose();
          Console.allControllers.remove(console[0]);
        });
  }

  /** A market that is cleared once, and a seller's part of it. */
  private void cleared() throws Exception {
    DataMarketWithUI gui =
        new DataMarketWithUI(
            OpenedModel.read(Path.of("models/quickstart.yaml"), List.of("mechanism=vcg")));
    MarketConsole[] console = new MarketConsole[1];
    SwingUtilities.invokeAndWait(
        () -> {
          console[0] = (MarketConsole) gui.createController();
          console[0].pressPause();
          console[0].pressPlay();
        });
    while (!gui.statusText().contains("welfare")) {
      Thread.sleep(20);
    }
    write("market-200x40-vcg", gui);
    Inspector[] inspector = new Inspector[1];
    SwingUtilities.invokeAndWait(
        () -> {
          inspector[0] = Inspectors.of(gui, gui.market().sellers().get(1));
          inspector[0].createFrame(null).setVisible(true);
        });
    Thread.sleep(1000);
    SwingUtilities.invokeAndWait(
        () -> {
          write("inspector-seller-deliveries", inspector[0]);
          gui.quit();
          console[0].dispose();
          Console.allControllers.remove(console[0]);
        });
  }

  /** The third bid that takes units from a buyer in the first rounds. */
  private void turns(DataMarketWithUI gui, MarketConsole console) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          console.pressStop();
          console.pressPause();
          console.pressPlay();
          gui.selection().select(gui.market().buyers().get(150));
        });
    for (int k = 0; k < 3; k++) {
      SwingUtilities.invokeAndWait(() -> console.getJMenuBar().getMenu(1).getItem(2).doClick());
      while (console.getPlayState() != Console.PS_PAUSED) {
        Thread.sleep(20);
      }
    }
    Thread.sleep(500);
    SwingUtilities.invokeAndWait(() -> write("turns", gui.controls().pane()));
  }

  /** How the claims fare there, and the lemma on bids that coordination loses nothing by. */
  private void claims(DataMarketWithUI gui, MarketConsole console) throws Exception {
    SwingUtilities.invokeAndWait(() -> console.getJMenuBar().getMenu(2).getItem(0).doClick());
    while (!gui.claims().pane().buttons().get(0).isEnabled()) {
      Thread.sleep(100);
    }
    SwingUtilities.invokeAndWait(
        () -> {
          JTable table = gui.claims().pane().table();
          for (int k = 0; k < table.getRowCount(); k++) {
            if (table.getValueAt(k, 0).equals("lemma-no-loss")) {
              table.setRowSelectionInterval(k, k);
            }
          }
        });
    SwingUtilities.invokeAndWait(() -> write("claims", gui.claims().pane()));
  }

  private static void playOn(MarketConsole console) throws Exception {
    SwingUtilities.invokeAndWait(() -> console.pressPause());
  }

  private static void await(DataMarketWithUI gui, MarketConsole console) throws Exception {
    while (console.getPlayState() != Console.PS_PAUSED || gui.statusText().startsWith("Round")) {
      Thread.sleep(20);
    }
    Thread.sleep(3000);
  }

  /** The buyer with the most bids. */
  private static int busiest(DataMarket market) {
    int busiest = 0;
    for (int i = 0; i < market.buyers().size(); i++) {
      busiest = market.market().bids(i).size() > market.market().bids(busiest).size() ? i : busiest;
    }
    return busiest;
  }

  /** The seller that is connected with the most sellers beyond its influence set. */
  private static int mostConnected(DataMarket market) {
    InfluenceSets sets = new InfluenceSets(market.market());
    ToIntFunction<Integer> beyond =
        j -> sets.component(j).sellers().size() - sets.primary(j).sellers().size();
    return IntStream.range(0, market.sellers().size())
        .boxed()
        .max(Comparator.comparingInt(beyond))
        .orElseThrow();
  }

  private void tabs(MarketConsole console) throws Exception {
    SwingUtilities.invokeAndWait(() -> console.setSize(420, 640));
    for (int tab = 0; tab < console.getTabPane().getTabCount(); tab++) {
      int shown = tab;
      SwingUtilities.invokeAndWait(() -> console.getTabPane().setSelectedIndex(shown));
      Thread.sleep(300);
      if (!List.of("About", "Model").contains(console.getTabPane().getTitleAt(tab))) {
        continue;
      }
      String title = console.getTabPane().getTitleAt(tab).toLowerCase(Locale.ROOT);
      SwingUtilities.invokeAndWait(() -> write("console-" + title, console.getRootPane()));
    }
  }

  private void write(String name, DataMarketWithUI gui) throws Exception {
    SwingUtilities.invokeAndWait(() -> {});
    Thread.sleep(1500);
    SwingUtilities.invokeAndWait(() -> write(name, gui.display().frame().getContentPane()));
  }

  private void write(String name, Component component) {
    BufferedImage image =
        new BufferedImage(
            (int) (scale * component.getWidth()),
            (int) (scale * component.getHeight()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    component.paint(g);
    g.dispose();
    try {
      Picture.write(image, folder.resolve(name + ".png"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
