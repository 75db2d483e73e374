package org.datamarket.claims.search;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.document.type.Records;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;

/**
 * One number of a model, and the models that differ from it in this number only.
 *
 * @param value what it is
 * @param replaced the model with another one in its place; it throws {@link
 *     IllegalArgumentException} for a number that cannot stand there
 */
record ModelNumber(double value, DoubleFunction<MarketModel> replaced) {

  /** The model with another number here, if there can be one. */
  Optional<MarketModel> with(double other) {
    try {
      return Optional.of(replaced.apply(other));
    } catch (IllegalArgumentException outOfRange) {
      return Optional.empty();
    }
  }

  /**
   * All numbers of a model but ε: of each buyer the demand, the valuation, the budget and the bids,
   * of each seller the quantity and the reserves.
   */
  static Stream<ModelNumber> of(MarketModel model) {
    return Stream.concat(
        IntStream.range(0, model.buyers().size()).boxed().flatMap(i -> ofBuyer(model, i)),
        IntStream.range(0, model.sellers().size()).boxed().flatMap(j -> ofSeller(model, j)));
  }

  private static Stream<ModelNumber> ofBuyer(MarketModel model, int number) {
    BuyerSpec buyer = model.buyers().get(number);
    List<ModelNumber> numbers = new ArrayList<>();
    ofValuation(
        buyer.valuation(),
        (value, changed) ->
            numbers.add(
                new ModelNumber(
                    value,
                    other -> model.withBuyer(number, buyer.withValuation(changed.apply(other))))));
    if (Double.isFinite(buyer.budget())) {
      numbers.add(
          new ModelNumber(
              buyer.budget(), other -> model.withBuyer(number, buyer.withBudget(other))));
    }
    numbers.addAll(ofBids(model, number));
    return numbers.stream();
  }

  /** The price that several bids have in common can also change in all of them. */
  private static List<ModelNumber> ofBids(MarketModel model, int number) {
    Bids bids = model.buyers().get(number).initialBids();
    List<ModelNumber> numbers = new ArrayList<>();
    double highest = bids.highestPrice();
    boolean onePrice =
        IntStream.range(0, bids.size()).allMatch(k -> bids.bid(k).price() == highest);
    if (bids.size() > 1 && onePrice) {
      numbers.add(
          new ModelNumber(highest, other -> Edits.withBids(model, number, allAt(bids, other))));
    }
    for (int k = 0; k < bids.size(); k++) {
      int seller = bids.seller(k);
      Bid bid = bids.bid(k);
      numbers.add(
          new ModelNumber(
              bid.quantity(),
              other ->
                  Edits.withBids(
                      model, number, bids.with(seller, new Bid(positive(other), bid.price())))));
      numbers.add(
          new ModelNumber(
              bid.price(),
              other ->
                  Edits.withBids(
                      model, number, bids.with(seller, new Bid(bid.quantity(), other)))));
    }
    return numbers;
  }

  private static Bids allAt(Bids bids, double price) {
    Bids changed = bids;
    for (int k = 0; k < bids.size(); k++) {
      changed = changed.with(bids.seller(k), new Bid(bids.bid(k).quantity(), price));
    }
    return changed;
  }

  private interface Numbers {
    void add(double value, DoubleFunction<Valuation> changed);
  }

  private static void ofValuation(Valuation valuation, Numbers numbers) {
    if (valuation instanceof WithIsp withIsp) {
      ofValuation(
          withIsp.own(),
          (value, changed) ->
              numbers.add(value, other -> WithIsp.of(changed.apply(other), withIsp.ispPrice())));
      numbers.add(withIsp.ispPrice(), other -> WithIsp.of(withIsp.own(), other));
    } else if (valuation instanceof Record parts) {
      ofParts(valuation, parts, numbers);
    }
  }

  private static void ofParts(Valuation valuation, Record parts, Numbers numbers) {
    List<RecordComponent> components = Records.components(parts.getClass());
    Object[] values =
        components.stream().map(component -> Records.value(parts, component)).toArray();
    for (int k = 0; k < values.length; k++) {
      int place = k;
      boolean isDemand = components.get(k).getName().equals("demand");
      if (values[k] instanceof Double number) {
        numbers.add(
            number,
            other -> {
              Object[] changed = values.clone();
              changed[place] = isDemand ? positive(other) : other;
              return (Valuation) Records.maker(parts.getClass()).apply(changed);
            });
      }
    }
  }

  private static Stream<ModelNumber> ofSeller(MarketModel model, int number) {
    SellerSpec seller = model.sellers().get(number);
    double own = seller.reserve();
    double now = seller.initialReserve();
    ModelNumber quantity =
        new ModelNumber(
            seller.quantity(),
            other -> model.withSeller(number, seller.withQuantity(positive(other))));
    if (own == now) {
      return Stream.of(
          quantity,
          new ModelNumber(
              own, other -> model.withSeller(number, seller.withReserves(other, other))));
    }
    return Stream.of(
        quantity,
        new ModelNumber(own, other -> model.withSeller(number, seller.withReserves(other, now))),
        new ModelNumber(now, other -> model.withSeller(number, seller.withReserves(own, other))));
  }

  private static double positive(double number) {
    if (number > 0) {
      return number;
    }
    throw new IllegalArgumentException("expected a number above 0");
  }
}
