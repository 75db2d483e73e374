package org.datamarket.model;

import org.datamarket.model.schema.Fields;
import org.datamarket.model.schema.Format;
import org.datamarket.model.Limits;
import org.datamarket.model.schema.Property;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Position;

/** Sees to it that a market has buyers and sellers, and not too many. */
final class PopulationSize {
  private PopulationSize() {}

  static void check(Fields model, Roster buyers, Roster sellers, Roster users) {
    check(model, Format.BUYERS, buyers, users, Limits.MOST_BUYERS);
    check(model, Format.SELLERS, sellers, users, Limits.MOST_SELLERS);
    if (users.size() > 0) {
      check(model, Format.USERS, users, users, Limits.MOST_SELLERS);
    }
  }

  private static void check(Fields model, Property<?> key, Roster some, Roster users, int most) {
    Position position = model.has(key) ? model.position(key) : model.position();
    if (some.size() == 0 && users.size() == 0) {
      throw new Mistake(
          position, "there are no " + key.key() + "; expected at least one, or users");
    }
    if (some.size() > most) {
      throw new Mistake(
          position, "there are " + some.size() + " " + key.key() + "; expected at most " + most);
    }
  }
}
