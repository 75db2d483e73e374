package org.datamarket.model.population;

import org.datamarket.document.Position;

/**
 * The members of a group, or a single one.
 *
 * @param group the group's name; empty for one listed alone
 * @param stem the beginning of the ids of a group, or the id of a single member
 * @param count how many there are
 * @param numbered whether ids are numbered from 1
 * @param position where the group or the member stands
 */
record Members(String group, String stem, int count, boolean numbered, Position position) {

  /** A group of numbered members. */
  static Members group(String name, int count, Position position) {
    return new Members(name, name, count, true, position);
  }

  /** A single member; its group is empty unless it stands in a table. */
  static Members single(String group, String id, Position position) {
    return new Members(group, id, 1, false, position);
  }

  /** The id of the k-th member, the first being 0. */
  String id(int k) {
    return numbered ? stem + "-" + (k + 1) : stem;
  }
}
