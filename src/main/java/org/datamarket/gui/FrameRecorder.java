package org.datamarket.gui;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.datamarket.gui.display.Look;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Picture;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.model.MarketModel;

/**
 * Writes a picture of every round of one run into a folder, as {@code frame-00001.png} and so on,
 * for a film. Pictures that were there before it came are replaced only if its user has agreed to
 * that.
 */
final class FrameRecorder {
  private final Path folder;
  private final boolean mayReplace;
  private final BiConsumer<Path, IOException> onFailure;
  private final BitSet written = new BitSet();
  private Optional<Recorded> recorded = Optional.empty();
  private boolean failed;

  FrameRecorder(Path folder, boolean mayReplace, BiConsumer<Path, IOException> onFailure)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.mayReplace = mayReplace;
    this.onFailure = onFailure;
  }

  /** The run whose pictures these are, and how its market is laid out. */
  private record Recorded(String run, MarketModel model, MarketLayout layout) {
    static Recorded of(String run, MarketModel model) {
      return new Recorded(run, model, new MarketLayout(model));
    }
  }

  /** A picture of a round that a folder has already, if it has one. */
  static Optional<Path> pictureIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isPicture(file.getFileName().toString())).sorted().findFirst();
    }
  }

  private static boolean isPicture(String name) {
    return name.matches("frame-\\d+\\.png");
  }

  /**
   * Takes a picture.
   *
   * @param look how the market is looked at
   * @param run which run this is
   * @return whether this recorder is of that run: otherwise nothing is written
   */
  boolean record(Snapshot market, Look look, String run, String text) {
    if (recorded.isPresent() && !recorded.get().run().equals(run)) {
      return false;
    }
    Recorded now =
        recorded
            .filter(before -> before.model() == market.model())
            .orElseGet(() -> Recorded.of(run, market.model()));
    recorded = Optional.of(now);
    if (!failed) {
      write(market, now.layout(), look, text);
    }
    return true;
  }

  private void write(Snapshot market, MarketLayout layout, Look look, String text) {
    Path file = folder.resolve(String.format(Locale.ROOT, "frame-%05d.png", market.round()));
    try {
      refuseToReplace(file, market.round());
      Picture.write(Picture.of(market, layout, look, text, 1), file);
      written.set(market.round());
    } catch (IOException failure) {
      failed = true;
      onFailure.accept(file, failure);
    }
  }

  private void refuseToReplace(Path file, int round) throws IOException {
    if (!mayReplace && !written.get(round) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "is there already, and is not replaced");
    }
  }

  /** Where the pictures go. */
  Path folder() {
    return folder;
  }
}
