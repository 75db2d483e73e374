package org.datamarket.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.type.Read;
import org.datamarket.mechanism.IspCommon;
import org.datamarket.mechanism.IspSplit;
import org.datamarket.mechanism.IspVolume;
import org.datamarket.mechanism.MarketDesign;
import org.datamarket.mechanism.MultiBid;
import org.datamarket.mechanism.Vcg;
import org.datamarket.model.format.MechanismFormat;

/**
 * A mechanism under the name that it has in tables: that of its kind and, if they are not the
 * defaults, its parameters, such as {@code multi-bid bids=32}.
 */
public record NamedDesign(String name, MarketDesign design) {
  private static final String KIND = "kind";
  private static final String RECONSTRUCTION = "(a reconstruction)";

  /**
   * A mechanism as it is written.
   *
   * @throws Mistake if the node is none
   */
  static NamedDesign read(Node node) {
    Read<MarketDesign> read = MechanismFormat.MECHANISMS.read("mechanism", node);
    Node.Mapping effective = (Node.Mapping) read.effective();
    String kind = effective.text(KIND);
    List<String> words = new ArrayList<>(List.of(kind));
    Optional<Node.Mapping> usual = usual(kind).map(one -> (Node.Mapping) one.effective());
    for (Node.Entry entry : effective.without(KIND).entries()) {
      String value = entry.value().inWords();
      Optional<String> usually = usual.flatMap(one -> one.find(entry.key())).map(Node::inWords);
      if (!usually.equals(Optional.of(value))) {
        words.add("%s=%s".formatted(entry.key(), value));
      }
    }
    return new NamedDesign(String.join(" ", words), read.value());
  }

  /** The mechanism of a kind with its defaults; empty if it has a parameter without one. */
  static Optional<NamedDesign> withDefaults(String kind) {
    return usual(kind).map(read -> new NamedDesign(kind, read.value()));
  }

  private static Optional<Read<MarketDesign>> usual(String kind) {
    try {
      return Optional.of(MechanismFormat.MECHANISMS.read("mechanism", Node.plain(kind)));
    } catch (Mistake incomplete) {
      return Optional.empty();
    }
  }

  /** Whether the ISP is the middleman. */
  boolean isOfIsp() {
    return design instanceof IspSplit || design instanceof IspVolume || design instanceof IspCommon;
  }

  /** Whether it takes a plan per buyer, for Clarke's payments. */
  boolean takesPlanPerBuyer() {
    return design instanceof Vcg || design instanceof MultiBid;
  }

  /**
   * Whether it is a reconstruction, as its meaning says: the full text of the paper could not be
   * had (docs/mechanisms.md §5, §7).
   */
  public boolean isReconstruction() {
    return MechanismFormat.MECHANISMS.kind(design.key()).description().contains(RECONSTRUCTION);
  }
}
