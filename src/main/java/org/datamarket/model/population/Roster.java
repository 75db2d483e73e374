package org.datamarket.model.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Words;

/** Finds buyers, or sellers, by their ids, and ensures that no id is used twice. */
public final class Roster {
  private final String role;
  private final Map<String, Integer> singles = new HashMap<>();
  private final Map<String, Members> byStem = new HashMap<>();
  private final Map<String, Integer> firstOfGroup = new HashMap<>();
  private final List<Members> entries = new ArrayList<>();
  private int size;

  /**
   * @param role {@code buyer}, {@code seller} or {@code user}
   */
  public Roster(String role) {
    this.role = role;
  }

  /**
   * Adds the next members.
   *
   * @throws Mistake if an id or the group's name is taken
   */
  public void add(Members members) {
    Members same =
        byStem.putIfAbsent((members.numbered() ? "group " : "id ") + members.stem(), members);
    if (same != null) {
      String kind = members.numbered() ? "group name " : role + " id ";
      throw new Mistake(
          members.position(),
          "duplicate "
              + kind
              + Words.quoted(members.stem())
              + "; it stands already at "
              + same.position());
    }
    if (members.numbered()) {
      firstOfGroup.put(members.stem(), size);
    } else {
      singles.put(members.stem(), size);
    }
    entries.add(members);
    size += members.count();
  }

  /**
   * Looks for ids that are both given and numbered by a group.
   *
   * @throws Mistake if there is one
   */
  public void refuseClashes() {
    for (Members single : entries) {
      if (!single.numbered() && findNumbered(single.stem()).isPresent()) {
        throw new Mistake(
            single.position(),
            "duplicate "
                + role
                + " id "
                + Words.quoted(single.stem())
                + "; a group numbers one of its members so");
      }
    }
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The number of the one with an id, if there is one. */
  OptionalInt find(String id) {
    Integer single = singles.get(id);
    return single != null ? OptionalInt.of(single) : findNumbered(id);
  }

  private OptionalInt findNumbered(String id) {
    int hyphen = id.lastIndexOf('-');
    if (hyphen < 1 || !id.substring(hyphen + 1).matches("[1-9]\\d{0,7}")) {
      return OptionalInt.empty();
    }
    String stem = id.substring(0, hyphen);
    int number = Integer.parseInt(id.substring(hyphen + 1));
    Integer first = firstOfGroup.get(stem);
    boolean known = first != null && number <= byStem.get("group " + stem).count();
    return known ? OptionalInt.of(first + number - 1) : OptionalInt.empty();
  }

  /**
   * The number of the one that a node names.
   *
   * @throws Mistake if there is none
   */
  int number(Node id) {
    String text = ((Node.Scalar) id).text();
    return find(text)
        .orElseThrow(
            () ->
                new Mistake(
                    id.position(),
                    "unknown "
                        + role
                        + " "
                        + Words.quoted(text)
                        + "; expected the id of a "
                        + role
                        + suggestion(text)));
  }

  private String suggestion(String text) {
    List<String> known = new ArrayList<>();
    for (Members members : entries) {
      if (members.count() > 0 && known.size() < 10_000) {
        known.add(members.id(0));
        known.add(members.id(members.count() - 1));
      }
    }
    return Words.didYouMean(text, known);
  }
}
