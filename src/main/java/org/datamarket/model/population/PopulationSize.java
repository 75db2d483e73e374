package org.datamarket.model.population;

import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.Property;
import org.datamarket.model.Limits;
import org.datamarket.model.format.Format;

/** Sees to it that a market has buyers and sellers, and not too many. */
public final class PopulationSize {
  private PopulationSize() {}

  public static void check(Fields model, Roster buyers, Roster sellers, Roster users) {
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
