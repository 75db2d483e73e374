package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;

import java.util.List;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.TextType;

/** The bids that stand when a run begins. */
public final class BidFormat {
  public static final Property<String> BID_BUYER =
      required("buyer", TextType.label(), "The bidder's id.");

  public static final Property<String> BID_SELLER =
      required("seller", TextType.label(), "The id of the seller at which it bids.");

  public static final Property<Double> BID_QUANTITY =
      required("quantity", NumberType.of(Units.GB, Units.POSITIVE), "The quantity asked for.");

  public static final Property<Double> BID_PRICE =
      required(
          "price",
          NumberType.of(Units.PRICE, Units.NOT_NEGATIVE),
          "The most it pays for each unit.");

  public static final Property<List<Fields>> INITIAL_BIDS =
      optional(
          "initial-bids",
          new ListType<>(MappingType.of(BID_BUYER, BID_SELLER, BID_QUANTITY, BID_PRICE), 0),
          "none",
          "The bids that stand when the run begins.");

  private BidFormat() {}
}
