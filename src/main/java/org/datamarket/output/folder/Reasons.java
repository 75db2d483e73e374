package org.datamarket.output.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Why something could not be written, in a few words. */
final class Reasons {
  private static final long NEXT_TO_NOTHING = 4096;

  private Reasons() {}

  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "exists already";
    }
    String reason =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  /** Whether the disk of a folder that could not be made is full: no other name would help. */
  static boolean isFull(Path folder, IOException failure) {
    String reason = of(failure).toLowerCase(Locale.ROOT);
    if (reason.contains("no space") || reason.contains("quota")) {
      return true;
    }
    Path there = folder;
    while (!Files.isDirectory(there)) {
      there = there.getParent();
    }
    try {
      if (there == null) {
        return false;
      }
      FileStore store = Files.getFileStore(there);
      boolean keepsFiles = store.getTotalSpace() > 0 && !store.isReadOnly();
      return keepsFiles && store.getUsableSpace() < NEXT_TO_NOTHING;
    } catch (IOException unknown) {
      return false;
    }
  }
}
