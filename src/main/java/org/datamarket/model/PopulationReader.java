package org.datamarket.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.schema.BuyerFormat;
import org.datamarket.model.schema.EntryFormat;
import org.datamarket.model.schema.Format;
import org.datamarket.model.schema.Property;
import org.datamarket.model.schema.SellerFormat;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Node;

/** Reads the groups, the single entries and the tables of a checked model. */
final class PopulationReader {
  private final Node.Mapping root;
  private final Inputs inputs;

  PopulationReader(Node.Mapping root, Inputs inputs) {
    this.root = root;
    this.inputs = inputs;
  }

  List<BuyerGroup> buyers() {
    Fields model = new Fields(root);
    Optional<Supported> ispPrice =
        model.has(Format.ISP)
            ? Optional.of(new Constant(model.mapping(Format.ISP).number(Format.PRICE_OF_ISP)))
            : Optional.empty();
    List<BuyerGroup> groups = new ArrayList<>();
    for (Node.Mapping entry : Entries.of(root, Format.BUYERS)) {
      if (entry.has(EntryFormat.CSV.key())) {
        int rows =
            TableRows.buyers(
                entry, inputs, (who, row) -> groups.add(BuyerGroup.read(who, row, ispPrice)));
        refuseEmpty(entry, rows);
      } else {
        groups.add(
            BuyerGroup.read(members(entry, BuyerFormat.BUYER_COUNT), new Fields(entry), ispPrice));
      }
    }
    return groups;
  }

  List<SellerGroup> sellers() {
    List<SellerGroup> groups = new ArrayList<>();
    for (Node.Mapping entry : Entries.of(root, Format.SELLERS)) {
      if (entry.has(EntryFormat.CSV.key())) {
        int rows =
            TableRows.sellers(entry, inputs, (who, row) -> groups.add(SellerGroup.read(who, row)));
        refuseEmpty(entry, rows);
      } else {
        groups.add(SellerGroup.read(members(entry, SellerFormat.SELLER_COUNT), new Fields(entry)));
      }
    }
    return groups;
  }

  List<UserGroup> users() {
    return Entries.of(root, Format.USERS).stream()
        .map(entry -> UserGroup.read(members(entry, BuyerFormat.BUYER_COUNT), new Fields(entry)))
        .toList();
  }

  private static void refuseEmpty(Node.Mapping entry, int rows) {
    if (rows == 0) {
      Node csv = entry.get(EntryFormat.CSV.key());
      throw new Mistake(
          csv.position(), csv.inWords() + " has no rows; expected at least one below the header");
    }
  }

  private static Members members(Node.Mapping entry, Property count) {
    Fields fields = new Fields(entry);
    return fields.has(EntryFormat.ID)
        ? Members.single("", fields.text(EntryFormat.ID), fields.position(EntryFormat.ID))
        : Members.group(fields.text(EntryFormat.GROUP_NAME), fields.count(count), entry.position());
  }
}
