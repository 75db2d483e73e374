package org.datamarket.gui;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import org.datamarket.gui.widget.PlainWords;

/** The way into the console for those who know nothing of windows. */
public final class Window {
  private Window() {}

  /** Whether there is a display on which a window can be opened. */
  public static boolean isPossible() {
    try {
      return !GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
    } catch (AWTError | HeadlessException | LinkageError none) {
      return false;
    }
  }

  /**
   * Opens the console on a model; closing it ends the program.
   *
   * @param frames the folder for pictures of every round, if they are wanted
   * @param play whether to play at once
   * @throws InvocationTargetException with what kept it from opening as its cause: an {@link
   *     IOException} if the folder cannot be used, an {@link IllegalArgumentException} if the model
   *     cannot be drawn
   */
  public static void open(OpenedModel model, Optional<Path> frames, boolean play)
      throws InvocationTargetException, InterruptedException {
    try {
      EventQueue.invokeAndWait(() -> openNow(model, frames, play));
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getCause() instanceof UncheckedIOException failure
          ? new InvocationTargetException(failure.getCause())
          : wrapped;
    }
  }

  private static void openNow(OpenedModel model, Optional<Path> frames, boolean play) {
    DataMarketWithUI gui = new DataMarketWithUI(model);
    try {
      if (frames.isPresent()) {
        gui.film().begin(frames.get());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    MarketConsole console = (MarketConsole) gui.createController();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> tell(gui, thrown));
    if (play) {
      console.pressPlay();
    }
  }

  /** What nobody has caught is shown, instead of written where nobody looks. */
  private static void tell(DataMarketWithUI gui, Throwable thrown) {
    gui.tell("Something has gone wrong", PlainWords.of(thrown));
  }
}
