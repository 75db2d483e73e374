package org.datamarket.document.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the parameters of a type and of all that it refers to, each named type once. */
public final class ParameterTable {
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<NamedType<?>> named = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private ParameterTable() {}

  /** The parameters of a type, in the order of its definition; those of named types follow. */
  public static List<Parameter> of(Type<?> root) {
    ParameterTable table = new ParameterTable();
    root.list("", table);
    for (int k = 0; k < table.named.size(); k++) {
      NamedType<?> next = table.named.get(k);
      next.type().list(next.name(), table);
    }
    return List.copyOf(table.parameters);
  }

  void add(String path, Property<?> property) {
    Type<?> type = property.type();
    parameters.add(
        new Parameter(
            path,
            type.name(),
            type.unit(),
            property.defaultInWords(),
            type.range(),
            property.description()));
    type.list(path, this);
  }

  void refer(NamedType<?> type) {
    if (names.add(type.name())) {
      named.add(type);
    }
  }
}
