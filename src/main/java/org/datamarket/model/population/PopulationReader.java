package org.datamarket.model.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.Property;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.format.BuyerFormat;
import org.datamarket.model.format.EntryFormat;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.SellerFormat;

/** Reads the groups, the single entries and the tables of a checked model. */
public final class PopulationReader {
  private final Fields model;
  private final Inputs inputs;

  public PopulationReader(Fields model, Inputs inputs) {
    this.model = model;
    this.inputs = inputs;
  }

  public List<BuyerGroup> buyers() {
    Optional<Supported> ispPrice =
        model.find(Format.ISP).flatMap(isp -> isp.find(Format.PRICE_OF_ISP)).map(Constant::new);
    List<BuyerGroup> groups = new ArrayList<>();
    for (Fields entry : entries(Format.BUYERS)) {
      if (entry.has(EntryFormat.CSV)) {
        int rows =
            TableRows.buyers(
                entry, inputs, (who, row) -> groups.add(BuyerGroup.read(who, row, ispPrice)));
        refuseEmpty(entry, rows);
      } else {
        groups.add(BuyerGroup.read(members(entry, BuyerFormat.BUYER_COUNT), entry, ispPrice));
      }
    }
    return groups;
  }

  public List<SellerGroup> sellers() {
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

  public List<UserGroup> users() {
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
