package org.datamarket.model.file;

import java.nio.file.Path;
import java.util.Locale;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.TextFile;
import org.datamarket.document.UserMistake;
import org.datamarket.io.Sha256;

/**
 * A text that was read once, so that its hash is that of what was read, even where nothing could be
 * read a second time.
 *
 * @param file what was read, as it was named; messages call it so
 * @param place the file beside which the paths in the text lie, and which gives a name to what has
 *     none: the file itself, or one in the working directory for a pipe, a device or standard input
 * @param text its text
 * @param sha256 of its bytes, in hexadecimal
 */
public record InputText(Path file, Path place, String text, String sha256) {
  private static final Path DEVICES = Path.of("/dev");

  /**
   * Whether it is of JSON rather than a model: a model's name ends in {@code .yaml} or {@code
   * .yml}, or its text does not begin with a brace.
   */
  public boolean isOfJson() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    boolean isJson = name.endsWith(".jsonl") || name.endsWith(".json");
    return isJson || (!isYaml && text.stripLeading().startsWith("{"));
  }

  /**
   * Reads what a command was given: a regular file, a pipe, a device, or standard input for {@code
   * -}.
   *
   * @throws UserMistake if it cannot be read, or is not UTF-8
   */
  public static InputText given(Path argument) throws UserMistake {
    try {
      return of(
          argument,
          place(argument),
          TextFile.bytesOnce(new Position.InFile(argument.toString()), argument));
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Reads a regular file.
   *
   * @throws Mistake if it cannot be read, or is not UTF-8
   */
  public static InputText ofFile(Path file) {
    return of(file, file, TextFile.bytes(new Position.InFile(file.toString()), file));
  }

  private static InputText of(Path file, Path place, byte[] bytes) {
    return new InputText(file, place, TextFile.decode(bytes, file.toString()), Sha256.of(bytes));
  }

  private static Path place(Path argument) {
    if (argument.equals(TextFile.STANDARD_INPUT)) {
      return Path.of("stdin");
    }
    boolean stream = TextFile.isStream(argument) || argument.toAbsolutePath().startsWith(DEVICES);
    return stream ? Path.of("pipe") : argument;
  }
}
