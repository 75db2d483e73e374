package org.datamarket.gui.widget;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;

/** Keeps windows within the screen, so that nothing of them is beyond its edges. */
public final class OnScreen {
  private OnScreen() {}

  /** A size, or as much of it as the screen has room for, points; all of it without a screen. */
  public static Dimension most(Dimension wanted) {
    if (GraphicsEnvironment.isHeadless()) {
      return wanted;
    }
    return fitted(new Rectangle(wanted), screen()).getSize();
  }

  /** Makes a window no larger than the screen, and moves it until all of it is there. */
  public static void fit(Window window) {
    window.setBounds(fitted(window.getBounds(), screen()));
  }

  /** Where a window stands that is to stand elsewhere: no larger than the screen, and all on it. */
  static Rectangle fitted(Rectangle wanted, Rectangle screen) {
    int width = Math.min(wanted.width, screen.width);
    int height = Math.min(wanted.height, screen.height);
    return new Rectangle(
        Math.max(screen.x, Math.min(wanted.x, screen.x + screen.width - width)),
        Math.max(screen.y, Math.min(wanted.y, screen.y + screen.height - height)),
        width,
        height);
  }

  private static Rectangle screen() {
    return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
  }
}
