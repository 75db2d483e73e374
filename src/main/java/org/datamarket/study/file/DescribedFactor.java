package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.type.Fields;

/**
 * A factor as a study file describes it.
 *
 * @param position where its name stands
 * @param value where and how it is written
 * @param form what is written there
 */
record DescribedFactor(Position position, String name, Node value, FactorForm form) {
  /** The factors in a mapping of them by name. */
  static List<DescribedFactor> of(Fields factors) {
    List<DescribedFactor> all = new ArrayList<>();
    for (Node.Entry factor : factors.node().entries()) {
      FactorForm form = factors.all(FactorFormat.FACTOR).get(factor.key());
      all.add(new DescribedFactor(factor.keyPosition(), factor.key(), factor.value(), form));
    }
    return List.copyOf(all);
  }

  /** Whether its levels have names. */
  boolean isNamed() {
    return form instanceof FactorForm.Named;
  }

  /** Its levels, if they have names; otherwise none. */
  List<NamedLevel> namedLevels() {
    return form instanceof FactorForm.Named named ? named.levels() : List.of();
  }

  /** Its levels, if they stand in a list; otherwise none. */
  List<Node> listedLevels() {
    return form instanceof FactorForm.Listed listed ? listed.levels() : List.of();
  }
}
