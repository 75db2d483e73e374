package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.model.file.ModelFile;

/**
 * Which part of a study sets which values of the model. Parts come one after another, and a later
 * one may set what an earlier one leaves open, as {@code buyers.strategy.shortfall} after {@code
 * buyers.strategy: [opt-out, cumulative]}. But what sets the same value again, or takes the place
 * of what it is a part of, would leave the earlier one without effect, and its column of the tables
 * would lie.
 */
final class SettingConflicts {
  /** The part that a word such as {@code opt-out} stands for. */
  private static final String KIND = "kind";

  private final ModelFile model;
  private final List<Claim> earlier = new ArrayList<>();

  /**
   * @param model where paths lead
   */
  SettingConflicts(ModelFile model) {
    this.model = model;
  }

  /**
   * Who sets a value.
   *
   * @param name of a factor, or of another part of the study
   * @param level of the factor, if it has named ones: only one of its levels counts at a time
   * @param always whether all levels of the factor set the value
   */
  record Owner(String name, String level, boolean always) {
    static Owner of(String name) {
      return new Owner(name, "", true);
    }

    private boolean isSet() {
      return name.equals(StudyFormat.SET.key());
    }

    private boolean isAlternativeTo(Owner other) {
      return name.equals(other.name) && !level.equals(other.level);
    }
  }

  /**
   * @param places where the path leads
   * @param leaves the places of what is written there, and where it is written
   */
  private record Claim(
      Owner owner,
      String path,
      Position position,
      List<List<String>> places,
      Map<List<String>, Position> leaves) {
    boolean isTyped() {
      return position instanceof Position.InOverride;
    }

    /** Overrides take the place of what the file sets, and of earlier overrides. */
    boolean mayReplace(Claim other) {
      return other.owner.isSet()
          && (!owner.always || isTyped() && (owner.isSet() || !other.isTyped()));
    }
  }

  /**
   * Takes note of one that comes after all others.
   *
   * @param path into the model
   * @param position where it stands
   * @param values the values that it may give, as far as they are written out
   * @throws Mistake if an earlier one would be without effect
   */
  void add(Owner owner, String path, Position position, List<Node> values) {
    List<List<String>> places = model.places(path);
    Map<List<String>, Position> leaves = new LinkedHashMap<>();
    for (List<String> place : places) {
      if (values.isEmpty()) {
        leaves.put(place, position);
      }
      values.forEach(value -> leaves(place, value, position, leaves));
    }
    Claim claim = new Claim(owner, path, position, places, leaves);
    for (Claim other : earlier) {
      if (!owner.isAlternativeTo(other.owner) && !claim.mayReplace(other)) {
        check(other, claim);
      }
    }
    earlier.add(claim);
  }

  private static void leaves(
      List<String> place, Node value, Position position, Map<List<String>, Position> leaves) {
    if (value instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      for (Node.Entry entry : mapping.entries()) {
        leaves(longer(place, entry.key()), entry.value(), entry.keyPosition(), leaves);
      }
    } else if (value instanceof Node.Sequence list && !list.items().isEmpty()) {
      for (int k = 0; k < list.items().size(); k++) {
        Node item = list.items().get(k);
        leaves(longer(place, "[" + k + "]"), item, item.position(), leaves);
      }
    } else {
      leaves.putIfAbsent(place, position);
    }
  }

  private static List<String> longer(List<String> place, String step) {
    List<String> longer = new ArrayList<>(place);
    longer.add(step);
    return longer;
  }

  private static void check(Claim early, Claim late) {
    for (List<String> place : late.places()) {
      if (early.places().contains(place)) {
        throw again(early, late, early.position());
      }
      for (List<String> above : early.places()) {
        if (isWithin(above, place)) {
          throw replaced(early, late);
        }
      }
      if (!early.owner().isSet()) {
        checkLeaves(early, late, place);
      }
    }
  }

  /** What {@code set} says of the parts of a whole may be changed by factors, one by one. */
  private static void checkLeaves(Claim early, Claim late, List<String> place) {
    for (Map.Entry<List<String>, Position> leaf : early.leaves().entrySet()) {
      if (isWithin(leaf.getKey(), place) || place.equals(longer(leaf.getKey(), KIND))) {
        throw again(early, late, leaf.getValue());
      }
    }
  }

  private static boolean isWithin(List<String> place, List<String> whole) {
    return place.size() >= whole.size() && place.subList(0, whole.size()).equals(whole);
  }

  private static Mistake replaced(Claim early, Claim late) {
    boolean inTurn = late.owner().isSet() || !early.owner().isSet();
    return new Mistake(
        late.position(),
        late.path()
            + " takes the place of "
            + early.path()
            + ", which "
            + early.position()
            + " sets; expected "
            + (inTurn ? "it before that" : "one of the two"));
  }

  private static Mistake again(Claim early, Claim late, Position first) {
    if (early.isTyped() && !late.isTyped() && early.owner().isSet() && !late.owner().isSet()) {
      return effectless(early, late);
    }
    String same = late.path().equals(early.path()) ? late.path() : "what " + late.path() + " sets";
    return new Mistake(
        late.position(), same + " is set already, at " + first + "; expected it once");
  }

  /** An override of what the study sets elsewhere than under {@code set}. */
  private static Mistake effectless(Claim early, Claim late) {
    String who = late.owner().name();
    boolean limit = who.equals(StudyFormat.LIMITS.key());
    String instead =
        limit
            ? "--set " + who + "." + StudyFormat.LIMIT_ROUNDS.key() + "=VALUE"
            : "an override of its levels, such as factors."
                + who
                + (late.owner().level().isEmpty() ? "=[…]" : "={levels: …}");
    return new Mistake(
        early.position(),
        early.path()
            + " is set by "
            + (limit ? who : "a factor")
            + " of the study, at "
            + late.position()
            + "; expected "
            + instead);
  }
}
