package org.datamarket.study.file;

import java.util.List;
import org.datamarket.document.Node;
import org.datamarket.document.type.Fields;

/** How a factor varies, as a study file says it. */
sealed interface FactorForm {

  /** A list of levels. */
  record Listed(List<Node> levels) implements FactorForm {}

  /** A range, with the keys of a range in {@link FactorFormat}. */
  record Ranged(Fields range) implements FactorForm {}

  /** Levels with names. */
  record Named(List<NamedLevel> levels) implements FactorForm {}

  /** A distribution: the reader of factors knows which draws may be. */
  record Drawn() implements FactorForm {}
}
