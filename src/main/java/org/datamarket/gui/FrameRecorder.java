package org.datamarket.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.datamarket.gui.display.Highlight;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Picture;
import org.datamarket.gui.display.Snapshot;

/** Writes a picture of every round into a folder, as {@code frame-00001.png} and so on, for a film. */
final class FrameRecorder {
  private final Path folder;
  private final BiConsumer<Path, IOException> onFailure;
  private MarketLayout layout;
  private Snapshot layoutOf;
  private boolean failed;

  FrameRecorder(Path folder, BiConsumer<Path, IOException> onFailure) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.onFailure = onFailure;
  }

  /** Takes a picture. */
  void record(Snapshot market, Highlight highlight, String text) {
    if (failed) {
      return;
    }
    if (layoutOf == null || layoutOf.model() != market.model()) {
      layout = new MarketLayout(market.model());
    }
    layoutOf = market;
    Path file = folder.resolve(String.format(Locale.ROOT, "frame-%05d.png", market.round()));
    try {
      Picture.write(Picture.of(market, layout, highlight, text, 1), file);
    } catch (IOException failure) {
      failed = true;
      onFailure.accept(file, failure);
    }
  }

  /** Where the pictures go. */
  Path folder() {
    return folder;
  }
}
