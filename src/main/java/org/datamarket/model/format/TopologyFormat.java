package org.datamarket.model.format;

import org.datamarket.document.type.ComponentTypes;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.mechanism.routes.Chain;
import org.datamarket.mechanism.routes.Pair;
import org.datamarket.mechanism.routes.Topology;
import org.datamarket.mechanism.routes.Tree;

/** Which resources the buyers of a data market may need together (docs/mechanisms.md §8). */
public final class TopologyFormat {

  /** The topologies there are; the first is the default. */
  public static final KindedType<Topology> TOPOLOGIES =
      KindedType.of(KindType.of(Tree.class), KindType.of(Chain.class), KindType.of(Pair.class));

  /** Components of records that may be a topology. */
  static final ComponentTypes WITH_TOPOLOGIES =
      (java, meaning) ->
          java == Topology.class ? TOPOLOGIES : ComponentTypes.PLAIN.of(java, meaning);

  private TopologyFormat() {}
}
