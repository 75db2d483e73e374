package org.datamarket.gui.widget;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way in which the window saves a file that the person names: it asks before it takes the
 * place of another, and a failed save leaves that as it was. On the event thread.
 */
public final class FileSaver {
  private final Supplier<Dialogs> dialogs;

  public FileSaver(Supplier<Dialogs> dialogs) {
    this.dialogs = dialogs;
  }

  /** Writes a file, wholly or not at all. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes the file; one that is there is replaced.
     *
     * @throws IOException if it cannot be written; what was there before is there still
     */
    public void write(Path file) throws IOException;
  }

  /**
   * What is to be saved.
   *
   * @param title what the dialogs are about, such as "Save chart"
   * @param proposal a name for the file
   * @param endings those that the file's name may have, without a dot: the first is added to a name
   *     with none of them; empty if any name will do
   */
  public record Request(String title, String proposal, List<String> endings) {}

  /**
   * Asks for a name and saves; the file, or nothing if the person changed their mind or it failed.
   */
  public Optional<Path> save(Component parent, Request request, Writer writer) {
    while (true) {
      Optional<Path> chosen = dialogs.get().fileToSave(parent, request.title(), request.proposal());
      if (chosen.isEmpty()) {
        return Optional.empty();
      }
      Path file = withEnding(chosen.get(), request.endings());
      if (mayWrite(parent, request.title(), file)) {
        return write(parent, request.title(), file, writer) ? Optional.of(file) : Optional.empty();
      }
    }
  }

  /** Saves into a file that the person has agreed to; whether it succeeded. */
  public boolean write(Component parent, String title, Path file, Writer writer) {
    try {
      writer.write(file);
      return true;
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      dialogs.get().error(parent, title, "Nothing was saved. " + PlainWords.of(failure));
      return false;
    }
  }

  private boolean mayWrite(Component parent, String title, Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (Files.isDirectory(file)) {
      dialogs.get().error(parent, title, file + ": is a folder");
      return false;
    }
    String question = "\"%s\" is there already. Replace it?".formatted(file.getFileName());
    return dialogs.get().confirm(parent, title, question, "Replace");
  }

  private static Path withEnding(Path file, List<String> endings) {
    String name = file.getFileName().toString();
    String small = name.toLowerCase(Locale.ROOT);
    boolean hasOne =
        endings.isEmpty() || endings.stream().anyMatch(ending -> small.endsWith("." + ending));
    return hasOne ? file : file.resolveSibling(name + "." + endings.get(0));
  }
}
