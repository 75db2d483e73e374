package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.kind.Kinds;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.model.MarketModel;
import org.datamarket.output.Figures;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Pool;
import org.datamarket.strategy.Ranking;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.RebidRule.Decision;
import org.datamarket.strategy.Reply;

/** Reads a buyer's insight off a market. */
final class BuyerReading {
  private final DataMarket market;
  private final MarketModel model;
  private final Buyer buyer;
  private final BuyerTerms terms;
  private final BuyerStrategy strategy;
  private final BuyerView view;
  private final BuyerView truth;
  private final Decision now;
  private final Reply reply;

  BuyerReading(DataMarket market, Buyer buyer, BuyerView view, BuyerView truth) {
    this.market = market;
    this.model = market.model();
    this.buyer = buyer;
    this.terms = buyer.terms();
    this.strategy = buyer.spec().strategy();
    this.view = view;
    this.truth = truth;
    this.now = buyer.decide(view);
    this.reply = now.reply();
  }

  BuyerInsight insight() {
    Valuation valuation = terms.valuation();
    BuyerAccount account = BuyerAccount.of(terms, truth, model.ties());
    Ranking ranking = ranking();
    return new BuyerInsight(
        buyer.spec().id(),
        Kinds.nameOf(strategy),
        model.currency(),
        valuation.demand(),
        terms.budget(),
        terms.epsilon(),
        account,
        valuation.value(account.allocation()),
        valuation.marginal(account.allocation()),
        now,
        new BuyerInsight.Ranked(ranking.price(), rows(ranking)),
        poolEnd(ranking),
        steps(ranking),
        bids(account),
        lastDecision(),
        DecisionText.whyItWould(now, strategy, view.own(), epsilon(), model.currency()),
        buyer.lastDecision(),
        market.lastTurn(buyer.number()).map(turn -> SinceLastTurn.of(model, turn, view)),
        BestBids.of(model, terms, view, now.utilityNow()),
        Surplus.of(terms, view),
        model.activation().hasDelays());
  }

  /** The ranking and the reply alone, without what takes longer to find. */
  RankingMoment moment() {
    Ranking ranking = ranking();
    return new RankingMoment(
        market.monitor().round(),
        view.size(),
        IntStream.range(0, ranking.size()).mapToObj(k -> id(ranking.seller(k))).toList(),
        pool(ranking),
        marginal(ranking),
        reply.desiredTotal(),
        reply.bidTotal(),
        reply.price(),
        now.gain(),
        epsilon());
  }

  /** The sellers that the reply asks, in the order of the ranking. */
  private List<String> pool(Ranking ranking) {
    return IntStream.range(0, ranking.size())
        .map(ranking::seller)
        .filter(seller -> !reply.bids().at(seller).isNone())
        .mapToObj(this::id)
        .toList();
  }

  /** j*, the last seller of the pool; empty without one. */
  private Optional<String> marginal(Ranking ranking) {
    return !reply.bids().isEmpty() && hasPool(ranking)
        ? Optional.of(id(ranking.seller(reply.poolSize() - 1)))
        : Optional.empty();
  }

  private String lastDecision() {
    return buyer
        .lastDecision()
        .map(last -> DecisionText.why(last, strategy, view.own(), epsilon(), model.currency()))
        .orElse("has not had a turn yet");
  }

  private double epsilon() {
    return terms.epsilon();
  }

  /** The strategy's own; without one, at the price the buyer bids or would bid at most. */
  private Ranking ranking() {
    if (reply.ranking().size() > 0) {
      return reply.ranking();
    }
    double price = view.own().isEmpty() ? terms.valuation().marginal(0) : view.own().highestPrice();
    return Ranking.at(view, price, RankingOrder.RESIDUAL);
  }

  private List<BuyerInsight.Rank> rows(Ranking ranking) {
    List<BuyerInsight.Rank> rows = new ArrayList<>();
    boolean[] ranked = new boolean[view.size()];
    Optional<Pool> pool = strategy.pool(ranking);
    for (int k = 0; k < ranking.size(); k++) {
      ranked[ranking.place(k)] = true;
      rows.add(
          row(
              k + 1,
              ranking.place(k),
              ranking.residual(k),
              gives(pool, k + 1),
              standing(ranking, k)));
    }
    for (int place = 0; place < view.size(); place++) {
      if (!ranked[place]) {
        Auction rivals = view.rivals(place);
        rows.add(row(0, place, rivals.residual(ranking.price()), Double.NaN, out(rivals, ranking)));
      }
    }
    return List.copyOf(rows);
  }

  /** What the first n sellers give; NaN without a pool. */
  private static double gives(Optional<Pool> pool, int n) {
    return pool.isPresent() ? pool.get().gives(n) : Double.NaN;
  }

  private BuyerInsight.Rank row(
      int rank, int place, double residual, double gives, String standing) {
    int number = view.seller(place);
    return new BuyerInsight.Rank(
        rank,
        number,
        id(number),
        residual,
        view.rivals(place).reserve(),
        gives,
        reply.bids().at(number).quantity(),
        standing);
  }

  private String standing(Ranking ranking, int k) {
    if (reply.bids().at(ranking.seller(k)).isNone()) {
      return reply.bids().isEmpty() ? "out: no bid at all" : "out: not needed";
    }
    return hasPool(ranking) && k == reply.poolSize() - 1 ? "in the pool, marginal" : "in the pool";
  }

  /** Why a seller is not ranked. */
  private static String out(Auction rivals, Ranking ranking) {
    if (rivals.reserve() > ranking.price()) {
      return "out: reserve above the price";
    }
    boolean left = rivals.residual(ranking.price()) > Ranking.ROUNDING * rivals.quantity();
    return left ? "out: tied bids take all" : "out: nothing left";
  }

  private String poolEnd(Ranking ranking) {
    int n = reply.poolSize();
    if (n == 0 || reply.bids().isEmpty()) {
      return "There is no pool: %s.".formatted(reply.outcome().words());
    }
    String total = Figures.of(reply.bidTotal());
    if (knowsWhatOthersAdd()) {
      return ("The pool ends with %s: all other sellers together would add %s %s; it is asked for"
              + " v = %s GB.")
          .formatted(
              id(ranking.seller(n - 1)), Figures.of(reply.forgone()), model.currency(), total);
    }
    return strategy
        .pool(ranking)
        .map(pool -> poolEnd(pool, n, id(ranking.seller(n - 1)), total))
        .orElseGet(
            () ->
                "%s has no pool: it asks %s %s for v = %s GB."
                    .formatted(Kinds.nameOf(strategy), n, n == 1 ? "seller" : "sellers", total));
  }

  private boolean hasPool(Ranking ranking) {
    return strategy.pool(ranking).isPresent() || knowsWhatOthersAdd();
  }

  private boolean knowsWhatOthersAdd() {
    return !Double.isNaN(reply.forgone());
  }

  private static String poolEnd(Pool pool, int n, String last, String total) {
    String gives = Figures.of(pool.gives(n));
    String enough =
        pool.eachGives(n).isPresent()
            ? "%s × %s GB = %s".formatted(n, Figures.of(pool.eachGives(n).getAsDouble()), gives)
            : "together they have " + gives;
    String fewer =
        n == 1
            ? "one seller is enough."
            : "fewer sellers give at most %s GB.".formatted(Figures.of(pool.fewerGive(n)));
    return "The pool ends with %s: %s GB meets v = %s GB; %s".formatted(last, enough, total, fewer);
  }

  private List<BuyerInsight.LiveBid> bids(BuyerAccount account) {
    return bids(account.bids(), k -> account.allocations()[k], k -> account.costs()[k]);
  }

  /** The steps of its reply: the pool is that of the ranking, in its order. */
  private ReplySteps steps(Ranking ranking) {
    Bids asked = reply.bids();
    boolean equal =
        !asked.isEmpty()
            && strategy.pool(ranking).map(rule -> rule.eachGives(1).isPresent()).orElse(false);
    return new ReplySteps(
        reply.desiredTotal(),
        reply.bidTotal(),
        reply.price(),
        reply.poolSize(),
        equal ? OptionalDouble.of(reply.bidTotal() / reply.poolSize()) : OptionalDouble.empty(),
        marginal(ranking),
        reply.forgone(),
        pool(ranking),
        bids(
            asked,
            k -> view.allocationAt(asked.seller(k), asked.bid(k)),
            k -> view.costAt(asked.seller(k), asked.bid(k))));
  }

  private List<BuyerInsight.LiveBid> bids(
      Bids bids, IntToDoubleFunction gets, IntToDoubleFunction pays) {
    List<BuyerInsight.LiveBid> rows = new ArrayList<>();
    for (int k = 0; k < bids.size(); k++) {
      rows.add(
          new BuyerInsight.LiveBid(
              bids.seller(k),
              id(bids.seller(k)),
              bids.bid(k).quantity(),
              bids.bid(k).price(),
              gets.applyAsDouble(k),
              pays.applyAsDouble(k)));
    }
    return List.copyOf(rows);
  }

  private String id(int seller) {
    return model.sellers().get(seller).id();
  }
}
