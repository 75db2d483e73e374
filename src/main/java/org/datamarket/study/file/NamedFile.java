package org.datamarket.study.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.datamarket.document.FileNames;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.Property;

/** Files that a study file names: relative to it, or, on the command line, to where one is. */
final class NamedFile {
  private NamedFile() {}

  /**
   * The path of a file.
   *
   * @param study the study file
   * @param property the key whose value is the path
   * @param what it is the path of, in words
   * @throws Mistake if no file can have that name
   */
  static Path path(Path study, Fields fields, Property<String> property, String what) {
    Position position = fields.position(property);
    try {
      Path path = Path.of(fields.get(property));
      return position instanceof Position.InOverride ? path : study.resolveSibling(path);
    } catch (InvalidPathException e) {
      throw new Mistake(
          position,
          "%s is %s%s; expected the path of %s"
              .formatted(
                  property.key(),
                  fields.node(property).inWords(),
                  FileNames.remedy(e.getInput()),
                  what));
    }
  }
}
