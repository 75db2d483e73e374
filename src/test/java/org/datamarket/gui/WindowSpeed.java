package org.datamarket.gui;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.SwingUtilities;
import org.datamarket.gui.chart.LiveChart;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import sim.display.Console;

/**
 * Plays a large model without the window and in it, with the display and the convergence chart
 * open, one after the other in one process, and prints how many rounds and pictures a second there
 * were. Both compute all measures of every round; that they end in the same state is checked. Needs
 * a display. Arguments: the model file, models/city.yaml by default; the most rounds to play, all
 * by default.
 */
public final class WindowSpeed {
  private static final double NANOS = 1e9;

  private final OpenedModel model;
  private final int rounds;

  private WindowSpeed(OpenedModel model, int rounds) {
    this.model = model;
    this.rounds = rounds;
  }

  /** What one way of playing took. */
  private record Pace(int rounds, double seconds, int pictures, String hash) {
    double roundsASecond() {
      return rounds / seconds;
    }
  }

  /** Measures, and prints. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args.length > 0 ? args[0] : "models/city.yaml");
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
    new WindowSpeed(OpenedModel.read(file, List.of()), rounds).measure();
    System.exit(0);
  }

  private void measure() throws Exception {
    headless();
    Pace alone = headless();
    Pace window = inWindow();
    if (!alone.hash().equals(window.hash())) {
      throw new IllegalStateException("the window has changed the run");
    }
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    System.out.printf(
        Locale.ROOT,
        "headless  %d rounds in %.1f s: %.2f rounds/s%n",
        alone.rounds(),
        alone.seconds(),
        alone.roundsASecond());
    System.out.printf(
        Locale.ROOT,
        "window    %d rounds in %.1f s: %.2f rounds/s, %.2f of the headless speed%n",
        window.rounds(),
        window.seconds(),
        window.roundsASecond(),
        window.roundsASecond() / alone.roundsASecond());
    System.out.printf(
        Locale.ROOT,
        "pictures  %d: %.2f a second, %.2f a round%n",
        window.pictures(),
        window.pictures() / window.seconds(),
        window.pictures() / (double) window.rounds());
    System.out.printf(
        Locale.ROOT,
        "load of the machine %.1f on %d processors%n",
        load,
        Runtime.getRuntime().availableProcessors());
  }

  private Pace headless() {
    DataMarket market = new DataMarket(model.seed(), new FixedModel(model.modelFile().draw()));
    market.start();
    System.gc();
    long begun = System.nanoTime();
    market.playUntil(rounds);
    return new Pace(market.monitor().round(), since(begun), 0, market.stateHash());
  }

  private Pace inWindow() throws Exception {
    DataMarketWithUI gui = new DataMarketWithUI(model);
    Console[] console = new Console[1];
    SwingUtilities.invokeAndWait(
        () -> {
          console[0] = (Console) gui.createController();
          chart(gui, "Convergence").frame().setVisible(true);
          console[0].pressPause();
        });
    Thread.sleep(2000);
    System.gc();
    int before = gui.display().portrayal().pictures();
    long begun = System.nanoTime();
    SwingUtilities.invokeAndWait(
        () -> {
          console[0].setWhenShouldPause(rounds);
          console[0].pressPause();
        });
    while (console[0].getPlayState() != Console.PS_PAUSED) {
      Thread.sleep(2);
    }
    double seconds = since(begun);
    int pictures = gui.display().portrayal().pictures() - before;
    return new Pace(gui.market().monitor().round(), seconds, pictures, gui.market().stateHash());
  }

  private static LiveChart chart(DataMarketWithUI gui, String title) {
    return gui.charts().all().stream()
        .filter(chart -> chart.frame().getTitle().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / NANOS;
  }
}
