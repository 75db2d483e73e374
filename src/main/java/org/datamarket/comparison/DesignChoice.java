package org.datamarket.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.YamlReader;
import org.datamarket.market.WithIsp;
import org.datamarket.model.MarketModel;
import org.datamarket.model.PlayedDesign;
import org.datamarket.model.format.MechanismFormat;

/**
 * Which mechanisms are compared, and with which of them the others are.
 *
 * @param designs in the order in which they are shown, no name twice, at least one
 * @param base the place of the one that all others are compared with
 * @param remarks what was left out and why, a sentence each without a full stop
 */
public record DesignChoice(List<NamedDesign> designs, int base, List<String> remarks) {
  /** Above so many buyers a plan per buyer takes too long to be made without being asked for. */
  static final int MANY_BUYERS = 500;

  private static final String OPTION = "--mechanisms";

  /** Copies the lists. */
  public DesignChoice {
    designs = List.copyOf(designs);
    remarks = List.copyOf(remarks);
  }

  /** Some mechanisms, the others compared with opt-out, or with the first of them. */
  private static DesignChoice of(List<NamedDesign> designs, List<String> remarks) {
    int optOut = names(designs).indexOf(PlayedDesign.OPT_OUT.key());
    return new DesignChoice(designs, Math.max(0, optOut), remarks);
  }

  /**
   * The mechanisms of a list with commas between them: names, and mappings with a kind and
   * parameters, as YAML has them.
   *
   * @throws UserMistake if one is none, or is there twice
   */
  public static DesignChoice of(String text) throws UserMistake {
    Position position = new Position.InOption(OPTION, text);
    try {
      Node node = YamlReader.value(position, "[%s]".formatted(text));
      List<NamedDesign> designs = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (Node item : ((Node.Sequence) node).items()) {
        NamedDesign design = NamedDesign.read(item);
        if (!names.add(design.name())) {
          throw new Mistake(
              position, "%s is there twice; expected it once".formatted(design.name()));
        }
        designs.add(design);
      }
      if (designs.isEmpty()) {
        throw new Mistake(
            position,
            "no mechanism; expected %s".formatted(Words.oneOf(MechanismFormat.MECHANISMS.names())));
      }
      return of(designs, List.of());
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * All mechanisms that make sense for a market: without those that are the same there, those of an
   * ISP where there is none, and those that take a plan per buyer where there are many.
   */
  public static DesignChoice usual(MarketModel drawn) {
    List<NamedDesign> designs = new ArrayList<>();
    for (String kind : MechanismFormat.MECHANISMS.names()) {
      NamedDesign.withDefaults(kind).ifPresent(designs::add);
    }
    List<String> remarks = new ArrayList<>();
    designs.removeIf(one -> isPlayedAs(drawn, one, designs));
    if (drawn.buyers().stream().noneMatch(one -> one.valuation() instanceof WithIsp)) {
      leaveOut(designs, NamedDesign::isOfIsp, "there is no ISP", remarks);
    }
    if (drawn.buyers().size() > MANY_BUYERS) {
      String why = "a plan per buyer takes long with %s of them".formatted(drawn.buyers().size());
      leaveOut(designs, NamedDesign::takesPlanPerBuyer, why, remarks);
    }
    return of(designs, remarks);
  }

  private static void leaveOut(
      List<NamedDesign> designs, Predicate<NamedDesign> which, String why, List<String> remarks) {
    List<String> names = names(designs.stream().filter(which).toList());
    if (!names.isEmpty()) {
      designs.removeIf(which);
      remarks.add(
          "without %s: %s; named in %s all are compared"
              .formatted(Words.allOf(names), why, OPTION));
    }
  }

  /** Whether the model's own auctions are played as one of the other designs says anyway. */
  private static boolean isPlayedAs(MarketModel drawn, NamedDesign one, List<NamedDesign> designs) {
    if (one.design() != PlayedDesign.AUCTIONS) {
      return false;
    }
    MarketModel own = drawn.under(PlayedDesign.AUCTIONS);
    return designs.stream()
        .filter(other -> other != one && other.design() instanceof PlayedDesign)
        .map(other -> drawn.under(other.design()))
        .anyMatch(
            other ->
                other.ties() == own.ties()
                    && other.reach() == own.reach()
                    && other.buyers().equals(own.buyers())
                    && other.sellers().equals(own.sellers()));
  }

  /**
   * The same, all others compared with this one.
   *
   * @throws UserMistake if it is not among them
   */
  public DesignChoice against(String name) throws UserMistake {
    int place = names().indexOf(name);
    if (place < 0) {
      throw new UserMistake(
          "--base %s: is not compared; expected %s%s"
              .formatted(
                  Words.shortened(name), Words.oneOf(names()), Words.didYouMean(name, names())));
    }
    return new DesignChoice(designs, place, remarks);
  }

  /** The names of the mechanisms. */
  public List<String> names() {
    return names(designs);
  }

  private static List<String> names(List<NamedDesign> designs) {
    return designs.stream().map(NamedDesign::name).toList();
  }

  /** The one that all others are compared with. */
  public NamedDesign baseDesign() {
    return designs.get(base);
  }

  /** The names of those that are reconstructions; perhaps none. */
  Optional<String> reconstructions() {
    List<String> names = names(designs.stream().filter(NamedDesign::isReconstruction).toList());
    return names.isEmpty() ? Optional.empty() : Optional.of(Words.allOf(names));
  }
}
