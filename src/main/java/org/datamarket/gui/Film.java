package org.datamarket.gui;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.widget.PlainWords;

/**
 * Pictures of every round of one run, while somebody wants them. A run of another model, seed or
 * parameters would take the place of the pictures that there are: it ends the film, and its user is
 * told so.
 */
final class Film {
  private static final String TITLE = "Pictures of every round";

  private final DataMarketWithUI gui;
  private volatile Optional<FrameRecorder> recorder = Optional.empty();

  Film(DataMarketWithUI gui) {
    this.gui = gui;
  }

  /** Where the pictures go, if they are written. */
  Optional<Path> folder() {
    return recorder.map(FrameRecorder::folder);
  }

  /** Ends, or asks for a folder and begins; on the event thread. */
  void chooseOrStop(Component parent) {
    if (folder().isPresent()) {
      recorder = Optional.empty();
      return;
    }
    gui.dialogs()
        .folder(parent, "A folder for the pictures of every round")
        .ifPresent(chosen -> begin(parent, chosen));
  }

  private void begin(Component parent, Path folder) {
    try {
      Optional<Path> earlier = FrameRecorder.pictureIn(folder);
      boolean agreed =
          earlier.isPresent()
              && gui.dialogs().confirm(parent, TITLE, question(folder, earlier.get()), "Replace");
      if (earlier.isEmpty() || agreed) {
        begin(folder, agreed);
      }
    } catch (IOException | RuntimeException failure) {
      gui.dialogs().error(parent, TITLE, "There will be no pictures. " + PlainWords.of(failure));
    }
  }

  private static String question(Path folder, Path picture) {
    return "\"%s\" has pictures of an earlier run, such as %s. Replace those of the same rounds?"
        .formatted(folder.getFileName(), picture.getFileName());
  }

  /**
   * Begins with the round that is over now.
   *
   * @throws FileAlreadyExistsException if the folder has such pictures already
   * @throws IOException if the folder cannot be made or read
   */
  void begin(Path folder) throws IOException {
    Optional<Path> earlier = FrameRecorder.pictureIn(folder);
    if (earlier.isPresent()) {
      throw new FileAlreadyExistsException(earlier.get().toString(), null, "is there already");
    }
    begin(folder, false);
  }

  private void begin(Path folder, boolean mayReplace) throws IOException {
    recorder =
        Optional.of(
            new FrameRecorder(
                folder, mayReplace, (file, failure) -> tellOf(PlainWords.of(failure))));
    record();
  }

  /** Takes a picture of the market as it stands, if somebody wants it and there is a market. */
  void record() {
    synchronized (gui.market().schedule) {
      recorder.ifPresent(
          frames -> gui.openRun().state().atRoundEnd().ifPresent(market -> record(frames, market)));
    }
  }

  private void record(FrameRecorder frames, Snapshot market) {
    String run = gui.openRun().id(gui.market()).orElseThrow();
    if (!frames.record(market, gui.filmLook(), run, gui.statusText())) {
      recorder = Optional.empty();
      tellOf(
          "\"%s\" has the pictures of another run. For pictures of this one, choose a folder of its own in the File menu."
              .formatted(frames.folder().getFileName()));
    }
  }

  private void tellOf(String reason) {
    SwingUtilities.invokeLater(
        () -> {
          gui.nextStart().changed();
          gui.dialogs().error(gui.window(), "No more pictures", reason);
        });
  }
}
