package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.folder.OutputException;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;

/**
 * Keeps a run in a checkpoint beside its folder, {@code DIR.checkpoint}. An older checkpoint of the
 * same model gives way to it, by force one of any model, and nothing else: where that name is
 * taken, the first free one of {@code DIR-2.checkpoint}, {@code DIR-3.checkpoint}, … is used.
 */
final class Keeper {
  private final String model;
  private final Path usual;
  private final Path file;

  private Keeper(String model, Path usual, Path file) {
    this.model = model;
    this.usual = usual;
    this.file = file;
  }

  /**
   * Where a run is kept.
   *
   * @param folder of the run
   * @param force whether a checkpoint of another model gives way
   */
  static Keeper beside(Path folder, ModelFile model, boolean force) throws IOException {
    String fingerprint = model.fingerprint();
    Path usual = folder.resolveSibling(folder.getFileName() + ".checkpoint");
    Path file = usual;
    for (int k = 2; !mayReplace(file, fingerprint, force); k++) {
      file = folder.resolveSibling(folder.getFileName() + "-" + k + ".checkpoint");
    }
    return new Keeper(fingerprint, usual, file);
  }

  private static boolean mayReplace(Path file, String model, boolean force) throws IOException {
    return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        || Checkpoint.is(file, kept -> force || kept.equals(model));
  }

  /** Refuses another name than the usual one. */
  void expectUsualName() throws UserMistake {
    if (!file.equals(usual)) {
      throw new UserMistake(
          "%s: is not replaced: it is no checkpoint of this model; move it away, or name another --out"
              .formatted(usual));
    }
  }

  /** Where it is kept. */
  Path file() {
    return file;
  }

  /** Keeps the run as it stands; if that fails, nothing is left behind. */
  void keep(DataMarket simulation) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Deque<Path> missing = new ArrayDeque<>();
    for (Path above = parent; !Files.exists(above); above = above.getParent()) {
      missing.addLast(above);
    }
    try {
      Files.createDirectories(parent);
      Checkpoint.write(simulation, model, file);
    } catch (IOException failure) {
      for (Path made : missing) {
        deleteAfter(failure, made);
      }
      throw failure instanceof OutputException
          ? failure
          : new IOException(
              "%s: the checkpoint could not be written: %s".formatted(file, reason(failure)),
              failure);
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : failure.getMessage();
  }

  private static void deleteAfter(IOException failure, Path made) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }
}
