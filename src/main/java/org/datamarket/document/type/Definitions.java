package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The named types of a JSON Schema, each written once. */
public final class Definitions {
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  /** The whole schema of a type. */
  public static ObjectNode schemaOf(Type<?> root, String id, String title) {
    Definitions definitions = new Definitions();
    ObjectNode schema = object();
    schema
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("$id", id)
        .put("title", title);
    schema.setAll(root.schema(definitions));
    schema.set("$defs", definitions.definitions);
    return schema;
  }

  /** A reference to a named type. */
  ObjectNode reference(NamedType<?> type) {
    if (!definitions.has(type.name())) {
      ObjectNode place = definitions.putObject(type.name());
      place.setAll(type.type().schema(this));
      place.put("description", type.description());
    }
    return object().put("$ref", "#/$defs/" + type.name());
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
