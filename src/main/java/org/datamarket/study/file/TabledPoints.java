package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.UserMistake;
import org.datamarket.document.type.Fields;

/**
 * The points of a table.
 *
 * @param design with the path of the table
 */
record TabledPoints(Fields design) implements StudyDesign {
  @Override
  public StudyPoints points(StudyFactors of) throws UserMistake {
    Path file = NamedFile.path(of.file(), design, StudyFormat.CSV, "a file");
    for (DescribedFactor factor : of.described()) {
      if (!factor.isNamed()) {
        throw new Mistake(
            factor.position(),
            "the levels of %s stand in the table of points; expected them there only"
                .formatted(factor.name()));
      }
    }
    PointTable table =
        new PointTable(of.base(), of.factors()).read(design.position(StudyFormat.CSV), file);
    return new StudyPoints(
        table.columns(),
        table.points(),
        Optional.of(new StudyPoints.Lines(file, List.copyOf(table.lines()))));
  }
}
