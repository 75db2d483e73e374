package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.YamlWriter;
import org.datamarket.document.type.Fields;
import org.datamarket.model.population.Inputs;

/**
 * A study with everything filled in, as it is kept beside its model and its tables.
 *
 * @param study what its file says
 * @param name the study's name
 * @param table of points, if there is one
 */
record EffectiveStudy(Fields study, String name, Optional<Path> table) {
  private static final String MODEL = "model.yaml";

  /** The study as YAML. */
  String yaml() {
    Node.Mapping node =
        study
            .node()
            .with(StudyFormat.NAME.key(), text(name))
            .with(StudyFormat.MODEL.key(), text(MODEL))
            .with(StudyFormat.SET.key(), new Node.Mapping(study.position(), List.of()));
    if (table.isPresent()) {
      Node csv = text(Inputs.FOLDER + "/" + table.get().getFileName());
      Node.Mapping design = (Node.Mapping) study.node(StudyFormat.DESIGN);
      node = node.with(StudyFormat.DESIGN.key(), design.with(StudyFormat.CSV.key(), csv));
    }
    return "# The effective study: every default and override written out.\n"
        + YamlWriter.write(StudyFormat.STUDY.read("", node).value().node());
  }

  private static Node text(String text) {
    return new Node.Scalar(new Position.Default(), text, true);
  }
}
