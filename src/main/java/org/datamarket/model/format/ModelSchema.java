package org.datamarket.model.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.datamarket.document.type.Definitions;
import org.datamarket.document.type.Parameter;
import org.datamarket.document.type.ParameterTable;

/**
 * The format of model files for others than our own reader: as JSON Schema, for editors, and as a
 * table of parameters, for people. Both come from the definition that the reader checks against.
 */
public final class ModelSchema {
  /** The schema's name among the jar's resources. */
  public static final String RESOURCE = "/org/datamarket/model/model.schema.json";

  private static final String ID = "urn:datamarket:model:1";

  private ModelSchema() {}

  /** The JSON Schema (draft 2020-12), indented, ending in a line break. */
  public static String json() {
    ObjectNode schema = Definitions.schemaOf(Format.MODEL, ID, "A model file of Data Market");
    return schema.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  /** All parameters, in the order of the format: where, type, unit, default, range, meaning. */
  public static List<Parameter> parameters() {
    return ParameterTable.of(Format.MODEL);
  }
}
