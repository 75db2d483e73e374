package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.TieRule;
import org.datamarket.strategy.RandomViews.Sight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * While a reply's grounds hold, the strategy asked again has the same bids, to the last bit: on
 * 5,000 sights with up to 24 changes of their auctions each, many of them at prices, and for
 * quantities, on which the reply turns.
 */
class GroundsTest {
  private static final long SIGHTS = Cases.of(5_000);
  private static final int CHANGES = 24;

  /** The auctions in sight as numbers, to be changed at will. */
  private static final class Changing {
    private final Sight sight;
    private final Reply reply;
    private final SplittableRandom random;
    private final double[] reserves;
    private final double[][] quantities;
    private final double[][] prices;
    private final boolean[] changed;

    Changing(Sight sight, Reply reply, SplittableRandom random) {
      this.sight = sight;
      this.reply = reply;
      this.random = random;
      this.reserves = sight.reserves().clone();
      this.quantities = copy(sight.quantities());
      this.prices = copy(sight.prices());
      this.changed = new boolean[sight.reach().length];
    }

    private static double[][] copy(double[][] rows) {
      double[][] copies = new double[rows.length][];
      for (int j = 0; j < rows.length; j++) {
        copies[j] = rows[j].clone();
      }
      return copies;
    }

    void change() {
      int place = random.nextInt(changed.length);
      int j = sight.reach()[place];
      changed[place] = true;
      int k = sight.buyer() == 0 ? -1 : random.nextInt(sight.buyer());
      switch (k < 0 ? 0 : random.nextInt(8)) {
        case 0 -> reserves[j] = reserve(j);
        case 1 -> quantities[j][k] = 0;
        case 2 -> quantities[j][k] = quantity(j);
        case 3 -> quantities[j][k] *= random.nextBoolean() ? 1 + 1e-15 : random.nextDouble(2);
        case 4, 5 -> prices[j][k] = price();
        case 6 -> swap(prices[j], k, random.nextInt(sight.buyer()));
        default -> {
          quantities[j][k] = quantity(j);
          prices[j][k] = price();
        }
      }
    }

    private void swap(double[] row, int k, int other) {
      double first = row[k];
      row[k] = row[other];
      row[other] = first;
    }

    private double reserve(int j) {
      double raised = reserves[j] * random.nextDouble(1, 1.5);
      return random.nextInt(3) == 0 ? Math.max(reserves[j], price()) : raised;
    }

    private double quantity(int j) {
      double share = random.nextInt(1, 5) / 4.0;
      return random.nextBoolean()
          ? sight.offered()[j] * random.nextDouble(0.4)
          : reply.desiredTotal() * share;
    }

    /** Below the bids' price mostly, since above it most changes matter. */
    private double price() {
      double crossing = sight.valuation().marginal(reply.desiredTotal());
      return switch (random.nextInt(6)) {
        case 0 -> RandomViews.near(reply.price(), random);
        case 1 -> RandomViews.near(crossing, random);
        case 2 -> reply.price() * random.nextDouble(1, 2);
        case 3 -> sight.prices()[random.nextInt(reserves.length)][0];
        default -> crossing * random.nextDouble();
      };
    }

    BuyerView view() {
      int[] reach = sight.reach();
      Auction[] rivals = new Auction[reach.length];
      for (int place = 0; place < reach.length; place++) {
        int j = reach[place];
        rivals[place] = Auction.of(sight.offered()[j], reserves[j], TieRule.PROPORTIONAL);
        for (int k = 0; k < sight.buyer(); k++) {
          rivals[place] = rivals[place].with(k, new Bid(quantities[j][k], prices[j][k]));
        }
      }
      return new BuyerView(reach, rivals, Bids.NONE);
    }

    boolean holds(BuyerView view) {
      for (int place = 0; place < changed.length; place++) {
        if (changed[place] && !reply.grounds().hold(place, view.rivals(place))) {
          return false;
        }
      }
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RESIDUAL, PARTIAL",
    "RESIDUAL, ABSTAIN",
    "UNCONTESTED, PARTIAL",
    "UNCONTESTED, ABSTAIN"
  })
  void hold_afterChanges_meansTheSameBids(RankingOrder ranking, Shortfall shortfall) {
    int checks = 0;
    int held = 0;
    for (long seed = 0; seed < SIGHTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Sight sight = RandomViews.draw(seed).withoutBudget();
      Shading shading = Shading.values()[random.nextInt(2)];
      OptOut strategy = new OptOut(ranking, shortfall, shading);
      Reply reply = strategy.reply(sight.terms(), sight.view());
      boolean rests = reply.grounds() != Grounds.EVERYTHING;
      Changing changing = new Changing(sight, reply, random);
      for (int change = 0; rests && change < CHANGES; change++) {
        if (change % 4 == 0) {
          changing = new Changing(sight, reply, random);
        }
        changing.change();
        BuyerView view = changing.view();
        checks++;
        if (changing.holds(view)) {
          held++;
          Reply again = strategy.reply(sight.terms(), view);
          assertThat(again.bids())
              .as("%s%nafter %s%nwith reserves %s", sight, reply, describe(changing))
              .isEqualTo(reply.bids());
        }
      }
    }
    assertThat(checks).isGreaterThan(Cases.of(20_000));
    assertThat(held).isBetween(checks / 5, checks * 9 / 10);
  }

  private static String describe(Changing changing) {
    StringBuilder text = new StringBuilder();
    for (int j : changing.sight.reach()) {
      text.append("\n  ").append(j).append(" from ").append(changing.reserves[j]);
      for (int k = 0; k < changing.sight.buyer(); k++) {
        text.append(", ").append(k).append(' ').append(changing.quantities[j][k]);
        text.append('@').append(changing.prices[j][k]);
      }
    }
    return text.toString();
  }
}
