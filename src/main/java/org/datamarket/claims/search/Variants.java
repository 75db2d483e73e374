package org.datamarket.claims.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.TruthfulSingle;

/** The models that are simpler than another one by one step. */
final class Variants {
  private static final List<Integer> UNIT_VALUES = List.of(1, 2, 3, 5);

  private final MarketModel model;

  private Variants(MarketModel model) {
    this.model = model;
  }

  /** All of them, in the order in which they are to be tried; made one by one. */
  static Stream<MarketModel> of(MarketModel model) {
    Variants variants = new Variants(model);
    return Stream.<Supplier<Stream<MarketModel>>>of(
            variants::fewerBuyers,
            variants::fewerSellers,
            variants::fewerBids,
            variants::fewerLimits,
            variants::simplerKinds,
            variants::simplerNumbers)
        .flatMap(Supplier::get);
  }

  /** Groups of buyers go, the largest first, then single ones. */
  private Stream<MarketModel> fewerBuyers() {
    int buyers = model.buyers().size();
    return Stream.iterate(buyers / 2, size -> size > 0, size -> size / 2)
        .flatMap(
            size ->
                IntStream.rangeClosed(0, (buyers - 1) / size)
                    .mapToObj(
                        group ->
                            Edits.withoutBuyers(
                                model, group * size, Math.min(buyers, (group + 1) * size))));
  }

  private Stream<MarketModel> fewerSellers() {
    return sellers()
        .filter(j -> model.sellers().size() > 1 && Edits.canDoWithout(model, j))
        .mapToObj(j -> Edits.withoutSeller(model, j));
  }

  private Stream<MarketModel> fewerBids() {
    return buyers()
        .boxed()
        .flatMap(
            i -> {
              Bids bids = model.buyers().get(i).initialBids();
              return IntStream.range(0, bids.size())
                  .mapToObj(k -> Edits.withBids(model, i, bids.with(bids.seller(k), Bid.NONE)));
            });
  }

  /** Everybody sees all, has money without end, and no other seller; reserves are as they began. */
  private Stream<MarketModel> fewerLimits() {
    Stream<MarketModel> reach =
        buyers()
            .filter(i -> model.reach().degree(i) < model.sellers().size())
            .filter(i -> !(model.buyers().get(i).strategy() instanceof TruthfulSingle))
            .mapToObj(i -> Edits.seeingAll(model, i));
    Stream<MarketModel> budget =
        buyers()
            .filter(i -> Double.isFinite(model.buyers().get(i).budget()))
            .mapToObj(i -> with(i, model.buyers().get(i).withBudget(Double.POSITIVE_INFINITY)));
    Stream<MarketModel> isp =
        buyers()
            .filter(i -> model.buyers().get(i).valuation() instanceof WithIsp)
            .mapToObj(i -> with(i, WithIsp.without(model.buyers().get(i).valuation())));
    Stream<MarketModel> reserves =
        sellers()
            .filter(j -> seller(j).initialReserve() != seller(j).reserve())
            .mapToObj(
                j ->
                    model.withSeller(
                        j, seller(j).withReserves(seller(j).reserve(), seller(j).reserve())));
    return Stream.of(reach, budget, isp, reserves).flatMap(variants -> variants);
  }

  private Stream<MarketModel> simplerKinds() {
    Stream<MarketModel> valuations =
        buyers()
            .boxed()
            .flatMap(i -> simpler(model.buyers().get(i).valuation()).map(other -> with(i, other)));
    Stream<MarketModel> reserves =
        sellers()
            .filter(j -> !(seller(j).strategy() instanceof FixedReserve))
            .mapToObj(j -> model.withSeller(j, seller(j).withStrategy(new FixedReserve())));
    return Stream.concat(valuations, reserves);
  }

  private static Stream<Valuation> simpler(Valuation valuation) {
    double demand = valuation.demand();
    if (valuation instanceof Linear) {
      return Stream.empty();
    }
    Stream<Valuation> linear = UNIT_VALUES.stream().map(worth -> new Linear(demand, worth));
    boolean parabolic = valuation instanceof Parabolic;
    return parabolic ? linear : Stream.concat(linear, Stream.of(new Parabolic(demand, 1)));
  }

  private Stream<MarketModel> simplerNumbers() {
    return ModelNumber.of(model)
        .flatMap(
            number ->
                ShortNumber.simplerThan(number.value())
                    .mapToObj(number::with)
                    .flatMap(Optional::stream));
  }

  private IntStream buyers() {
    return IntStream.range(0, model.buyers().size());
  }

  private IntStream sellers() {
    return IntStream.range(0, model.sellers().size());
  }

  private SellerSpec seller(int number) {
    return model.sellers().get(number);
  }

  private MarketModel with(int number, BuyerSpec buyer) {
    return model.withBuyer(number, buyer);
  }

  private MarketModel with(int number, Valuation valuation) {
    return with(number, model.buyers().get(number).withValuation(valuation));
  }
}
