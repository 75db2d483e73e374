package org.datamarket.study.file;

import java.util.List;
import org.datamarket.document.type.Parameter;
import org.datamarket.model.format.ModelSchema;

/** The units of a study's factors, as the format of models has them. */
public final class FactorUnits {
  /** A place in a list, as in {@code sellers[0].quantity}. */
  private static final String INDEX = "\\[[^]]*]";

  private FactorUnits() {}

  /**
   * The unit of a factor that is a path into the model: empty if the path has none, or is not known
   * by itself, as one through the name of a group. Distributions have the unit of their quantity.
   */
  public static String of(String factor) {
    String path = factor.replaceAll(INDEX, "");
    List<String> units =
        ModelSchema.parameters().stream()
            .filter(parameter -> path(parameter).equals(path))
            .map(Parameter::unit)
            .distinct()
            .toList();
    return units.size() == 1 ? units.get(0) : "";
  }

  /** The path without the kind that it belongs to, as in {@code activation(asynchronous).delay}. */
  private static String path(Parameter parameter) {
    return parameter.path().replaceAll("\\([^)]*\\)", "").replace("[]", "");
  }
}
