package org.datamarket.model.population;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.FileNames;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Table;
import org.datamarket.document.Words;

/**
 * The tables that a model file names. A path is relative to the model file; one in an override to
 * the working directory.
 */
public final class Inputs {
  /** The folder, beside the effective model, in which it looks for its tables. */
  public static final String FOLDER = "inputs";

  private final Path model;
  private final List<Path> files = new ArrayList<>();

  public Inputs(Path model) {
    this.model = model;
  }

  /**
   * Opens a table.
   *
   * @throws Mistake if it cannot be read, its header is wrong, or another input has its file name
   */
  Table open(Node name, List<String> columns, List<String> required) {
    Path file = resolve(name);
    remember(name, file);
    return Table.open(name.position(), file, file.toString(), columns, required);
  }

  private Path resolve(Node name) {
    Path path;
    try {
      path = Path.of(((Node.Scalar) name).text());
    } catch (java.nio.file.InvalidPathException e) {
      throw new Mistake(
          name.position(),
          "csv is "
              + name.inWords()
              + FileNames.remedy(e.getInput())
              + "; expected the path of a file");
    }
    return name.position().isSetOver() ? path : model.resolveSibling(path);
  }

  private void remember(Node name, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    for (Path other : files) {
      Path known = other.toAbsolutePath().normalize();
      if (known.equals(absolute)) {
        return;
      }
      if (fileName(known).equals(fileName(absolute))) {
        throw new Mistake(
            name.position(),
            "two different tables are named "
                + Words.quoted(fileName(absolute))
                + "; expected different file names");
      }
    }
    files.add(file);
  }

  private static String fileName(Path file) {
    return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
  }

  /**
   * The name by which the effective model refers to a table: its file name, in a folder of inputs.
   */
  public static Node nameOfCopy(Node name) {
    Path path = Path.of(((Node.Scalar) name).text());
    return new Node.Scalar(name.position(), FOLDER + "/" + fileName(path), true);
  }

  /** The tables opened so far. */
  public List<Path> files() {
    return List.copyOf(files);
  }
}
