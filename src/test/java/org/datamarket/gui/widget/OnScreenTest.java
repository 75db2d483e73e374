package org.datamarket.gui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class OnScreenTest {
  private static final Rectangle SCREEN = new Rectangle(10, 20, 800, 480);

  private static void assertFitted(Rectangle wanted, Rectangle expected) {
    assertThat(OnScreen.fitted(wanted, SCREEN)).isEqualTo(expected);
  }

  @Test
  void window_withinTheScreen_staysWhereItIs() {
    assertFitted(new Rectangle(80, 60, 500, 300), new Rectangle(80, 60, 500, 300));
  }

  @Test
  void window_overTheEdge_isMoved() {
    assertFitted(new Rectangle(400, 300, 500, 300), new Rectangle(310, 200, 500, 300));
    assertFitted(new Rectangle(0, 0, 500, 300), new Rectangle(10, 20, 500, 300));
  }

  @Test
  void window_largerThanTheScreen_hasItsSize() {
    assertFitted(new Rectangle(120, 40, 820, 680), SCREEN);
  }
}
