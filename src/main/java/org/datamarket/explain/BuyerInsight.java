package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.kind.Kinds;
import org.datamarket.market.Auction;
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

/**
 * What a buyer has, what it sees, and why it bids where it bids, with the market as it stands. It
 * is computed afresh from the buyer's own strategy and changes nothing. Where news takes time, what
 * the buyer has is the market's truth, and all its reasoning rests on what has reached it so far.
 *
 * @param buyer the buyer's id
 * @param strategy the name of its strategy
 * @param currency the label of money
 * @param demand d, GB
 * @param budget the most it can pay; infinite when unlimited
 * @param epsilon ε
 * @param account its live bids, and what they get and cost
 * @param value θ of what it gets
 * @param marginal θ′ of what it gets
 * @param now what it would decide if it replied to the market as it stands
 * @param ranking the price of its reply, and the sellers in the order in which it turns to them;
 *     then those that have nothing for it
 * @param poolEnd where the pool ends, and why
 * @param bids its live bids
 * @param lastDecision why it did what it last did, to follow its name
 * @param nextDecision what it would do now and why, to follow its name
 * @param surplus θ(z) less the cheapest cost of z
 * @param delayed whether news takes time to reach the buyer, so that what it sees may be out of
 *     date
 */
public record BuyerInsight(
    String buyer,
    String strategy,
    String currency,
    double demand,
    double budget,
    double epsilon,
    BuyerAccount account,
    double value,
    double marginal,
    Decision now,
    Ranked ranking,
    String poolEnd,
    List<LiveBid> bids,
    String lastDecision,
    String nextDecision,
    Surplus surplus,
    boolean delayed) {

  /** The sellers in the buyer's reach at a price, $/GB. */
  public record Ranked(double price, List<Rank> rows) {}

  /**
   * One seller in the buyer's reach.
   *
   * @param rank its place in the ranking, 1 for the first; 0 if it has nothing for the buyer
   * @param number the seller's number
   * @param seller its id
   * @param residual what it has left at the buyer's price, GB
   * @param reserve $/GB
   * @param poolGives what a pool that ends with this seller can give in all, GB; NaN where the
   *     strategy has no pool or the seller is not ranked
   * @param asked what the buyer's reply asks of it, GB; 0 if it opts out
   * @param standing whether it is in the pool, and why not, in words
   */
  public record Rank(
      int rank,
      int number,
      String seller,
      double residual,
      double reserve,
      double poolGives,
      double asked,
      String standing) {
    /** Whether the reply bids there. */
    public boolean inPool() {
      return asked > 0;
    }
  }

  /** A live bid at a seller: GB asked for, $/GB, GB got, $ paid. */
  public record LiveBid(
      int number, String seller, double quantity, double price, double allocation, double cost) {}

  /** A buyer's insight; call it inside the schedule's lock. */
  public static BuyerInsight of(DataMarket market, Buyer buyer) {
    return new Reading(market, buyer).insight();
  }

  private static final class Reading {
    private final MarketModel model;
    private final Buyer buyer;
    private final BuyerTerms terms;
    private final BuyerStrategy strategy;
    private final BuyerView view;
    private final BuyerView truth;
    private final Decision now;
    private final Reply reply;

    Reading(DataMarket market, Buyer buyer) {
      this.model = market.model();
      this.buyer = buyer;
      this.terms = buyer.terms();
      this.strategy = buyer.spec().strategy();
      this.view = market.seenBy(buyer.number());
      this.truth = market.market().view(buyer.number());
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
          new Ranked(ranking.price(), rows(ranking)),
          poolEnd(ranking),
          bids(account),
          why(buyer.lastDecision()),
          why(Optional.of(now)),
          Surplus.of(terms, view),
          model.activation().hasDelays());
    }

    private String why(Optional<Decision> decision) {
      return decision
          .map(d -> DecisionText.why(d, strategy, view.own(), terms.epsilon(), model.currency()))
          .orElse("has not had a turn yet");
    }

    /** The strategy's own; without one, at the price the buyer bids or would bid at most. */
    private Ranking ranking() {
      if (reply.ranking().size() > 0) {
        return reply.ranking();
      }
      double price =
          view.own().isEmpty() ? terms.valuation().marginal(0) : view.own().highestPrice();
      return Ranking.at(view, price, RankingOrder.RESIDUAL);
    }

    private List<Rank> rows(Ranking ranking) {
      List<Rank> rows = new ArrayList<>();
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
          rows.add(
              row(0, place, rivals.residual(ranking.price()), Double.NaN, out(rivals, ranking)));
        }
      }
      return List.copyOf(rows);
    }

    /** What the first n sellers give; NaN without a pool. */
    private static double gives(Optional<Pool> pool, int n) {
      return pool.isPresent() ? pool.get().gives(n) : Double.NaN;
    }

    private Rank row(int rank, int place, double residual, double gives, String standing) {
      int number = view.seller(place);
      return new Rank(
          rank,
          number,
          model.sellers().get(number).id(),
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
      boolean hasPool = strategy.pool(ranking).isPresent() || knowsWhatOthersAdd();
      return hasPool && k == reply.poolSize() - 1 ? "in the pool, marginal" : "in the pool";
    }

    /** Why a seller is not ranked. */
    private static String out(Auction rivals, Ranking ranking) {
      if (rivals.reserve() > ranking.price()) {
        return "out: reserve above the price";
      }
      boolean left = rivals.residual(ranking.price()) > Ranking.ROUNDING * rivals.quantity();
      return left ? "out: all taken at this very price" : "out: nothing left at the price";
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
            .formatted(last(ranking), Figures.of(reply.forgone()), model.currency(), total);
      }
      return strategy
          .pool(ranking)
          .map(pool -> poolEnd(pool, n, last(ranking), total))
          .orElseGet(
              () ->
                  "%s has no pool: it asks %s %s for v = %s GB."
                      .formatted(Kinds.nameOf(strategy), n, n == 1 ? "seller" : "sellers", total));
    }

    private boolean knowsWhatOthersAdd() {
      return !Double.isNaN(reply.forgone());
    }

    /** The marginal seller's id. */
    private String last(Ranking ranking) {
      return model.sellers().get(ranking.seller(reply.poolSize() - 1)).id();
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
      return "The pool ends with %s: %s GB meets v = %s GB; %s"
          .formatted(last, enough, total, fewer);
    }

    private List<LiveBid> bids(BuyerAccount account) {
      List<LiveBid> rows = new ArrayList<>();
      for (int k = 0; k < account.bids().size(); k++) {
        int number = account.bids().seller(k);
        rows.add(
            new LiveBid(
                number,
                model.sellers().get(number).id(),
                account.bids().bid(k).quantity(),
                account.bids().bid(k).price(),
                account.allocations()[k],
                account.costs()[k]));
      }
      return List.copyOf(rows);
    }
  }
}
