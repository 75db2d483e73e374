package org.datamarket.gui;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;

/** Markets in MASON's own checkpoint files: what the console saves and opens. */
final class Checkpoints {
  private Checkpoints() {}

  /**
   * Writes a market between two rounds; an older file of that name is replaced at once, or not at all.
   *
   * @throws IOException if it cannot be written
   */
  static void write(DataMarket market, Path file) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".partial");
    try {
      try (OutputStream out = Files.newOutputStream(aside)) {
        market.writeToCheckpoint(out);
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Reads a market, ready to be played on.
   *
   * @throws IOException if there is none in the file; the message is one line for its user
   */
  static DataMarket read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ObjectInputStream objects = new ObjectInputStream(new GZIPInputStream(in))) {
      ObjectInputFilter onlyARun = Checkpoint.filter();
      objects.setObjectInputFilter(onlyARun);
      DataMarket market = (DataMarket) objects.readObject();
      market.awakeFromCheckpoint();
      return market;
    } catch (NoSuchFileException missing) {
      throw new IOException(file + ": no such file", missing);
    } catch (IOException | ClassNotFoundException | ClassCastException unusable) {
      throw new IOException(file + ": is not a checkpoint of this version of the console", unusable);
    }
  }
}
