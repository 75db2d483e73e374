package org.datamarket.gui;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.datamarket.gui.display.Look;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.MarketPainter;
import org.datamarket.gui.display.Snapshot;

/**
 * Draws the market into the display. A small one is drawn at once. A large one is drawn by a thread
 * of its own, from the latest snapshot there is, while the display shows the picture before: the
 * model never waits for it, and it takes no more than half of one core.
 */
final class Canvas implements AutoCloseable {
  private final Runnable repaint;
  private final Object lock = new Object();
  private Thread worker;
  private Order next;
  private Finished last;
  private BufferedImage shown;
  private boolean closed;
  private volatile int shownBids;
  private volatile int pictures;

  Canvas(Runnable repaint) {
    this.repaint = repaint;
  }

  /** What is to be seen. */
  record Subject(Snapshot market, MarketLayout layout, Look look) {}

  /**
   * A picture to draw.
   *
   * @param toImage from the layout's sheet to the pixels of the image
   */
  private record Order(Subject subject, int width, int height, AffineTransform toImage) {
    private boolean looksLike(Order other) {
      return width == other.width
          && height == other.height
          && subject.layout() == other.subject.layout()
          && toImage.equals(other.toImage);
    }
  }

  /** A picture that is drawn. */
  private record Finished(Order order, BufferedImage image) {}

  /** How many live bids the last picture has shown. */
  int shownBids() {
    return shownBids;
  }

  /** How many different pictures of a large market have been put on the screen. */
  int pictures() {
    return pictures;
  }

  /**
   * Draws what is to be seen.
   *
   * @param sheet where the whole sheet lies
   * @param clip the part of it that is visible
   */
  void draw(Graphics2D g, Rectangle2D sheet, Rectangle2D clip, Subject subject) {
    AffineTransform toSheet = AffineTransform.getTranslateInstance(sheet.getX(), sheet.getY());
    toSheet.scale(sheet.getWidth() / MarketLayout.WIDTH, sheet.getHeight() / MarketLayout.HEIGHT);
    if (!subject.layout().isAggregated()) {
      Graphics2D own = (Graphics2D) g.create();
      own.transform(toSheet);
      shownBids = MarketPainter.paint(own, subject.market(), subject.layout(), subject.look());
      own.dispose();
      return;
    }
    double pixels = g.getTransform().getScaleX();
    Rectangle part = clip.getBounds();
    AffineTransform toImage = AffineTransform.getScaleInstance(pixels, pixels);
    toImage.translate(-part.x, -part.y);
    toImage.concatenate(toSheet);
    Order order =
        new Order(
            subject,
            (int) Math.ceil(pixels * part.width),
            (int) Math.ceil(pixels * part.height),
            toImage);
    BufferedImage image = imageFor(order);
    g.drawImage(image, part.x, part.y, part.width, part.height, null);
    if (image != shown) {
      shown = image;
      pictures++;
    }
  }

  private BufferedImage imageFor(Order order) {
    synchronized (lock) {
      if (last == null || !last.order.looksLike(order)) {
        finish(order);
      } else if (!last.order.subject.equals(order.subject)) {
        next = order;
        if (worker == null && !closed) {
          worker = new Thread(this::work, "market-display");
          worker.setDaemon(true);
          worker.start();
        }
        lock.notifyAll();
      }
      return last.image;
    }
  }

  private void finish(Order order) {
    BufferedImage image = new BufferedImage(order.width, order.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.transform(order.toImage);
    Subject subject = order.subject;
    int bids = MarketPainter.paint(g, subject.market(), subject.layout(), subject.look());
    g.dispose();
    synchronized (lock) {
      last = new Finished(order, image);
      shownBids = bids;
    }
  }

  private void work() {
    try {
      Order order = take();
      while (order != null) {
        long begun = System.nanoTime();
        finish(order);
        repaint.run();
        Thread.sleep((System.nanoTime() - begun) / 1_000_000);
        order = take();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Order take() throws InterruptedException {
    synchronized (lock) {
      while (next == null && !closed) {
        lock.wait();
      }
      Order order = next;
      next = null;
      return closed ? null : order;
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }
}
