package org.datamarket.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.schema.BuyerFormat;
import org.datamarket.model.schema.EntryFormat;
import org.datamarket.model.schema.Fields;
import org.datamarket.model.schema.Format;
import org.datamarket.model.schema.Property;
import org.datamarket.model.schema.SellerFormat;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Node;

/** Reads the groups, the single entries and the tables of a checked model. */
final class PopulationReader {
  private final Fields model;
  private final Inputs inputs;

  PopulationReader(Fields model, Inputs inputs) {
    this.model = model;
    this.inputs = inputs;
  }

  List<BuyerGroup> buyers() {
    Optional<Supported> ispPrice =
        model.find(Format.ISP).map(isp -> new Constant(isp.get(Format.PRICE_OF_ISP)));
    List<BuyerGroup> groups = new ArrayList<>();
    for (Fields entry : entries(Format.BUYERS)) {
      if (entry.has(EntryFormat.CSV)) {
        int rows =
            TableRows.buyers(
                entry, inputs, (who, row) -> groups.add(BuyerGroup.read(who, row, ispPrice)));
        refuseEmpty(entry, rows);
      } else {
        groups.add(
            BuyerGroup.read(members(entry, BuyerFormat.BUYER_COUNT), entry, ispPrice));
      }
    }
    return groups;
  }

  List<SellerGroup> sellers() {
    List<SellerGroup> groups = new ArrayList<>();
    for (Fields entry : entries(Format.SELLERS)) {
      if (entry.has(EntryFormat.CSV)) {
        int rows =
            TableRows.sellers(entry, inputs, (who, row) -> groups.add(SellerGroup.read(who, row)));
        refuseEmpty(entry, rows);
      } else {
        groups.add(SellerGroup.read(members(entry, SellerFormat.SELLER_COUNT), entry));
      }
    }
    return groups;
  }

  List<UserGroup> users() {
    return entries(Format.USERS).stream()
        .map(entry -> UserGroup.read(members(entry, BuyerFormat.BUYER_COUNT), entry))
        .toList();
  }

  private List<Fields> entries(Property<List<Fields>> key) {
    return model.find(key).orElse(List.of());
  }

  private static void refuseEmpty(Fields entry, int rows) {
    if (rows == 0) {
      Node csv = entry.node(EntryFormat.CSV);
      throw new Mistake(
          csv.position(), csv.inWords() + " has no rows; expected at least one below the header");
    }
  }

  private static Members members(Fields entry, Property<Integer> count) {
    return entry.has(EntryFormat.ID)
        ? Members.single("", entry.get(EntryFormat.ID), entry.position(EntryFormat.ID))
        : Members.group(entry.get(EntryFormat.GROUP_NAME), entry.get(count), entry.position());
  }
}
