package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;

import java.util.List;
import org.datamarket.document.type.ByKeyType;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.OneOrManyType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.TextType;

/** What entries of buyers, sellers and users share. */
public final class EntryFormat {
  public static final Property<String> ID =
      required("id", TextType.label(), "Its id, unlike all others.");

  public static final Property<String> GROUP_NAME =
      optional(
          "name",
          TextType.label(),
          "buyer, seller or user; with its place in the list from the second entry on",
          "The group's name: its members' ids are the name, a hyphen and a number from 1.");

  public static final Property<String> CSV =
      required(
          "csv",
          TextType.text(4000),
          "A CSV file with one row each, relative to the model file; the other keys hold where it"
              + " has no column or an empty cell.");

  static final String A_COLUMN = "a column of the file";

  private EntryFormat() {}

  /** What holds where a table's entry in the model file leaves a key open. */
  static String columnOr(Property<?> usual) {
    return A_COLUMN + ", or " + usual.defaultInWords();
  }

  static OneOrManyType<Fields> population(
      String role, MappingType one, MappingType group, MappingType table) {
    ByKeyType.Case single = new ByKeyType.Case(ID.key(), role, "A " + role + " listed alone.", one);
    ByKeyType.Case groups =
        new ByKeyType.Case("count", role + "-group", "A group of " + role + "s, drawn.", group);
    ByKeyType.Case tables =
        new ByKeyType.Case(CSV.key(), role + "-table", "The " + role + "s of a CSV file.", table);
    ByKeyType alone = new ByKeyType(List.of(groups, tables));
    return new OneOrManyType<>(
        alone, new ListType<>(new ByKeyType(List.of(single, groups, tables)), 0));
  }
}
