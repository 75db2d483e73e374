package org.datamarket.gui;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import org.datamarket.gui.display.Look;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Picture;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.widget.FileSaver;
import org.datamarket.gui.widget.PdfFile;
import org.datamarket.io.WholeFile;
import sim.display.Display2D;

/**
 * MASON's display, but for its camera and its film: pictures are saved with the banner and the
 * legend, and never over another file unasked; films are pictures of every round, as MASON's own
 * need what is not there.
 */
final class PictureDisplay extends Display2D {
  private static final long serialVersionUID = 1;
  private static final double PNG_SCALE = 2;

  private final transient DataMarketWithUI gui;

  PictureDisplay(DataMarketWithUI gui) {
    super(MarketLayout.WIDTH, MarketLayout.HEIGHT, gui);
    this.gui = gui;
    snapshotButton.setToolTipText("Save a picture of the market as PNG or PDF");
    movieButton.setToolTipText("Keep a picture of every round, for a film");
  }

  @Override
  public void takeSnapshot() {
    gui.snapshot()
        .ifPresentOrElse(
            this::save,
            () ->
                gui.dialogs()
                    .error(
                        getFrame(),
                        "Save picture",
                        "There is no market yet; press play or pause first."));
  }

  private void save(Snapshot market) {
    Look look = gui.display().portrayal().look(market);
    String text = gui.statusText();
    gui.saver()
        .save(
            getFrame(),
            new FileSaver.Request(
                "Save picture (.png or .pdf)",
                market.model().name() + ".png",
                List.of("png", "pdf")),
            file -> write(market, look, text, file));
  }

  private static void write(Snapshot market, Look look, String text, Path file) throws IOException {
    MarketLayout layout = new MarketLayout(market.model());
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      Page page = new Page(market, layout, look, text);
      WholeFile.write(file, out -> PdfFile.write(page, out));
    } else {
      Picture.write(Picture.of(market, layout, look, text, PNG_SCALE), file);
    }
  }

  /** A picture as a component, for the PDF encoder. */
  private static final class Page extends JComponent {
    private static final long serialVersionUID = 1;
    private final transient Snapshot market;
    private final transient MarketLayout layout;
    private final transient Look look;
    private final String text;

    Page(Snapshot market, MarketLayout layout, Look look, String text) {
      this.market = market;
      this.layout = layout;
      this.look = look;
      this.text = text;
      setSize(new Dimension(Picture.WIDTH, Picture.HEIGHT));
    }

    @Override
    public void paint(Graphics graphics) {
      Picture.paint((Graphics2D) graphics, market, layout, look, text);
    }
  }

  @Override
  public void startMovie() {
    gui.chooseFrames();
  }
}
