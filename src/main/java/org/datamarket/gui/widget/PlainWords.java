package org.datamarket.gui.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.datamarket.document.Mistake;
import org.datamarket.document.UserMistake;

/** What went wrong, for people who do not read stack traces. */
public final class PlainWords {
  private PlainWords() {}

  /** What to tell of a failure; a defect of the program is named as such, on a second line. */
  public static String of(Throwable thrown) {
    if (thrown instanceof UncheckedIOException wrapped) {
      return of(wrapped.getCause());
    }
    if (thrown instanceof OutOfMemoryError) {
      return "There is not enough memory for this. Give the program more, such as"
          + " DATAMARKET_JAVA_OPTS=-Xmx4g.";
    }
    if (thrown instanceof IllegalArgumentException && thrown.getCause() instanceof Mistake) {
      return thrown.getMessage();
    }
    if (thrown instanceof UserMistake) {
      return thrown.getMessage();
    }
    if (thrown instanceof FileSystemException file) {
      return "%s: %s".formatted(file.getFile(), reason(file));
    }
    if (thrown instanceof IOException) {
      return thrown.getMessage() == null
          ? "The file cannot be read or written."
          : thrown.getMessage();
    }
    return defect(thrown);
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "this is not permitted";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    return failure.getReason() == null ? "cannot be used" : failure.getReason();
  }

  private static String defect(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return "%s%nA defect of the program; please report it: %s%s"
        .formatted(
            summary(thrown),
            thrown.getClass().getSimpleName(),
            trace.length == 0 ? "" : " at " + trace[0])
        .replace(System.lineSeparator(), "\n");
  }

  /** What went wrong, in a few words. */
  public static String summary(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return "not enough memory";
    }
    if (thrown instanceof StackOverflowError) {
      return "too deeply nested";
    }
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }
}
