package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.random.RandomStreams;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;

/**
 * Random states of the plainest markets of opt-out buyers: 1 to 5 of them, all of whom see all of 1
 * to 3 sellers with fixed reserves above 0, without budgets, ε 0.1 or 0.3 $, proportional ties. The
 * numbers are whole, or have two decimals: quantities of 1 to 10 GB and reserves of 0.1 to 2.1
 * $/GB, demands of 1 to 12 GB, and valuations of each family as likely, up to 10 $/GB, a slope of 4
 * $/GB², or a scale of 15. In half of the states all bids are truthful, in the others any; a buyer
 * bids one price, or, one in seven, nothing. So equal prices are rare.
 *
 * @param seed any 64-bit number
 */
public record OptOutStates(long seed) implements StateRow {
  private static final String STREAM = "claims-%s-opt-out";
  private static final int MOST_BUYERS = 5;
  private static final int MOST_SELLERS = 3;
  private static final OptOut STRATEGY =
      new OptOut(RankingOrder.RESIDUAL, Shortfall.PARTIAL, Shading.UTILITY);

  @Override
  public MarketModel state(long number) {
    return new Draw(new RandomStreams(seed).stream(STREAM.formatted(number)))
        .model("state-%s".formatted(number));
  }

  /** One state being drawn. */
  private static final class Draw {
    private final RandomGenerator random;
    private final boolean whole;
    private final boolean truthful;

    Draw(RandomGenerator random) {
      this.random = random;
      this.whole = random.nextBoolean();
      this.truthful = random.nextBoolean();
    }

    MarketModel model(String name) {
      double epsilon = random.nextBoolean() ? 0.1 : 0.3;
      List<SellerSpec> sellers = new ArrayList<>();
      int count = 1 + random.nextInt(MOST_SELLERS);
      for (int j = 1; j <= count; j++) {
        sellers.add(seller("s%s".formatted(j)));
      }
      List<BuyerSpec> buyers = new ArrayList<>();
      int most = 1 + random.nextInt(MOST_BUYERS);
      for (int i = 1; i <= most; i++) {
        buyers.add(buyer("b%s".formatted(i), count));
      }
      return new MarketModel(
          name,
          "",
          "$",
          1,
          epsilon,
          TieRule.PROPORTIONAL,
          new Activation.Sequential(false),
          Rest.MOST_ROUNDS,
          buyers,
          sellers,
          Reach.full(most, count));
    }

    private SellerSpec seller(String id) {
      double quantity = number(1, 10);
      double reserve = number(0, 2) + 0.1;
      return new SellerSpec(id, "", quantity, reserve, reserve, new FixedReserve());
    }

    private BuyerSpec buyer(String id, int sellers) {
      Valuation valuation = valuation(number(1, 12));
      Bids bids = random.nextInt(7) == 0 ? Bids.NONE : bids(valuation, sellers);
      return new BuyerSpec(id, "", valuation, Double.POSITIVE_INFINITY, STRATEGY, bids);
    }

    private Valuation valuation(double demand) {
      return switch (random.nextInt(3)) {
        case 0 -> new Linear(demand, number(1, 10));
        case 1 -> new Parabolic(demand, number(1, 4));
        default ->
            new AlphaFair(demand, number(2, 15), whole ? 0.5 : (2 + random.nextInt(7)) / 10.0, 0);
      };
    }

    private Bids bids(Valuation valuation, int sellers) {
      List<Integer> some = new ArrayList<>();
      int always = random.nextInt(sellers);
      for (int j = 0; j < sellers; j++) {
        if (j == always || random.nextBoolean()) {
          some.add(j);
        }
      }
      double total = valuation.demand() * (1 - random.nextDouble());
      double price = truthful ? valuation.marginal(total) : number(1, 10);
      Bid[] bids = new Bid[some.size()];
      double left = total;
      for (int k = 0; k < bids.length; k++) {
        double part = k + 1 == bids.length ? left : left * random.nextDouble();
        bids[k] = new Bid(truthful ? part : number(1, 10), price);
        left -= part;
      }
      return Bids.of(some.stream().mapToInt(Integer::intValue).toArray(), bids);
    }

    /** A whole number, or one with two decimals, both ends included. */
    private double number(int least, int most) {
      int steps = whole ? 1 : 100;
      return (least * steps + random.nextInt((most - least) * steps + 1)) / (double) steps;
    }
  }
}
