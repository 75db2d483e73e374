package org.datamarket.study.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.datamarket.document.type.Definitions;
import org.datamarket.document.type.Parameter;
import org.datamarket.document.type.ParameterTable;

/**
 * The format of study files for others than our own reader: as JSON Schema, for editors, and as a
 * table, for people. Both come from the definition that the reader checks against.
 */
public final class StudySchema {
  private static final String ID = "urn:datamarket:study:1";

  private StudySchema() {}

  /** The JSON Schema (draft 2020-12), indented, ending in a line break. */
  public static String json() {
    ObjectNode schema = Definitions.schemaOf(StudyFormat.STUDY, ID, "A study file of Data Market");
    return schema.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  /** All keys, in the order of the format: where, type, unit, default, range, meaning. */
  public static List<Parameter> parameters() {
    return ParameterTable.of(StudyFormat.STUDY);
  }
}
