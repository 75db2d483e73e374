package org.datamarket.gui;

import static org.datamarket.gui.GuiSession.onEdt;

import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JComboBox;

/** The window that shows the market, as a person has it: what can be chosen there, what is seen. */
final class DisplayWindow {
  private DisplayWindow() {}

  /** Chooses one of a kind of things in its header. */
  static <T extends Enum<T>> void choose(GuiSession session, T wanted) throws Exception {
    onEdt(
        () ->
            GuiSession.all(session.gui.display().frame(), JComboBox.class)
                .filter(box -> wanted.getDeclaringClass().isInstance(box.getItemAt(0)))
                .findFirst()
                .orElseThrow()
                .setSelectedItem(wanted));
    GuiSession.settle();
  }

  /** Its content as it is painted now. */
  static BufferedImage paint(GuiSession session) throws Exception {
    return onEdt(
        () -> {
          Container content = session.gui.display().frame().getContentPane();
          BufferedImage image =
              new BufferedImage(
                  content.getWidth(), content.getHeight(), BufferedImage.TYPE_INT_RGB);
          Graphics2D g = image.createGraphics();
          content.paint(g);
          g.dispose();
          return image;
        });
  }
}
