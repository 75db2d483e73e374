package org.datamarket.analysis.supremum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.datamarket.Cases;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.claims.search.RandomStates;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Market;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.strategy.BuyerTerms;
import org.junit.jupiter.api.Test;

/**
 * What is won, unsold and could be had in parts of random small markets, against naive programs.
 */
class PartsOfMarketsTest {
  private static void onRandomStates(int cases, BiConsumer<MarketModel, Market> check) {
    for (int k = 0; k < Cases.of(cases); k++) {
      TieRule ties = k % 5 == 0 ? TieRule.STRICT : TieRule.PROPORTIONAL;
      MarketModel model = new RandomStates(20, ties).state(k);
      check.accept(model, model.opening());
    }
  }

  private static double won(Market market, int buyer, int seller) {
    Bid bid = market.bids(buyer).at(seller);
    return market.auction(seller).without(buyer, bid).allocation(bid);
  }

  /** Whether there is a way from one seller to another over winners, of so many steps. */
  private static boolean[][] sharing(Market market, int steps) {
    int n = market.sellers();
    boolean[][] shares = new boolean[n][n];
    for (int j = 0; j < n; j++) {
      shares[j][j] = true;
      for (int l = 0; l < n; l++) {
        for (int i = 0; i < market.buyers(); i++) {
          shares[j][l] |= wins(market, i, j) && wins(market, i, l);
        }
      }
    }
    boolean[][] reached = shares;
    for (int s = 1; s < steps; s++) {
      boolean[][] next = new boolean[n][n];
      for (int j = 0; j < n; j++) {
        for (int l = 0; l < n; l++) {
          for (int m = 0; m < n; m++) {
            next[j][l] |= reached[j][m] && shares[m][l];
          }
        }
      }
      reached = next;
    }
    return reached;
  }

  private static boolean wins(Market market, int buyer, int seller) {
    return won(market, buyer, seller) > 1e-9 * market.auction(seller).quantity();
  }

  private static void assertSet(Influence set, Market market, boolean[] sellers) {
    Set<Integer> expected = new TreeSet<>();
    Set<Integer> buyers = new TreeSet<>();
    for (int j = 0; j < sellers.length; j++) {
      for (int i = 0; i < market.buyers() && sellers[j]; i++) {
        if (wins(market, i, j)) {
          buyers.add(i);
        }
      }
      if (sellers[j]) {
        expected.add(j);
      }
    }
    assertThat(set.sellers()).containsExactlyElementsOf(expected);
    assertThat(set.buyers()).containsExactlyElementsOf(buyers);
  }

  @Test
  void influenceSets_anyState_areThoseOfTheWaysOverWinners() {
    List<Boolean> differ = new ArrayList<>();
    onRandomStates(
        4_000,
        (model, market) -> {
          InfluenceSets sets = new InfluenceSets(market);
          boolean[][] once = sharing(market, 1);
          boolean[][] all = sharing(market, market.sellers());
          for (int j = 0; j < market.sellers(); j++) {
            assertSet(sets.primary(j), market, once[j]);
            assertSet(sets.component(j), market, all[j]);
            differ.add(!sets.primary(j).equals(sets.component(j)));
          }
        });
    assertThat(differ).contains(true, false);
  }

  @Test
  void fillPrice_anyAuction_isTheHighestAtWhichBidsFillIt() {
    int[] filled = {0};
    onRandomStates(
        4_000,
        (model, market) -> {
          for (int j = 0; j < market.sellers(); j++) {
            Auction auction = market.auction(j);
            double highest = 0;
            for (Auction.Award at : auction.awards()) {
              double asked =
                  auction.awards().stream()
                      .filter(award -> award.bid().price() >= at.bid().price())
                      .mapToDouble(award -> award.bid().quantity())
                      .sum();
              if (asked >= auction.quantity() * (1 - 1e-12)) {
                highest = Math.max(highest, at.bid().price());
              }
            }
            assertThat(FillPrice.of(auction)).isEqualTo(highest);
            filled[0] += highest > 0 ? 1 : 0;
          }
        });
    assertThat(filled[0]).isGreaterThan(Cases.of(4_000) / 10);
  }

  @Test
  void unsoldUnits_anyBuyer_gainWhatASearchFinds() {
    int[] gains = {0};
    onRandomStates(
        4_000,
        (model, market) -> {
          for (int i = 0; i < market.buyers(); i++) {
            double budget = i % 2 == 0 ? Double.POSITIVE_INFINITY : 3;
            Valuation valuation = model.buyers().get(i).valuation();
            BuyerTerms terms = new BuyerTerms(valuation, budget, model.epsilon());
            UnsoldUnits found = UnsoldUnits.of(terms, market, i);
            double close = 1e-9 * Math.max(1, valuation.value(valuation.demand()));
            assertThat(found.gain()).isCloseTo(searched(terms, market, i), within(close));
            gains[0] += found.gain() > 0 ? 1 : 0;
          }
        });
    assertThat(gains[0]).isGreaterThan(Cases.of(4_000) / 10);
  }

  /** By a ternary search: the value of more units is concave, their cost convex. */
  private static double searched(BuyerTerms terms, Market market, int buyer) {
    double held = market.view(buyer).allocation(market.bids(buyer));
    double left = Math.max(0, terms.budget() - market.view(buyer).cost(market.bids(buyer)));
    double low = 0;
    double high = terms.valuation().demand();
    double best = 0;
    for (int k = 0; k < 200; k++) {
      double a = low + (high - low) / 3;
      double b = high - (high - low) / 3;
      double at = gain(terms, market, buyer, held, left, a);
      double then = gain(terms, market, buyer, held, left, b);
      best = Math.max(best, Math.max(at, then));
      if (at < then) {
        low = a;
      } else {
        high = b;
      }
    }
    return best;
  }

  private static double gain(
      BuyerTerms terms, Market market, int buyer, double held, double budget, double units) {
    double wanted = units;
    double cost = 0;
    Set<Integer> used = new LinkedHashSet<>();
    while (wanted > 0) {
      int cheapest = -1;
      for (int k = 0; k < market.reach().degree(buyer); k++) {
        int j = market.reach().seller(buyer, k);
        boolean better =
            cheapest < 0 || market.auction(j).reserve() < market.auction(cheapest).reserve();
        cheapest = !used.contains(j) && better ? j : cheapest;
      }
      if (cheapest < 0) {
        return Double.NEGATIVE_INFINITY;
      }
      used.add(cheapest);
      double sold = 0;
      for (int i = 0; i < market.buyers(); i++) {
        sold += won(market, i, cheapest);
      }
      double quantity = market.auction(cheapest).quantity();
      double unsold = quantity - sold > 1e-9 * quantity ? quantity - sold : 0;
      double taken = Math.min(wanted, unsold);
      wanted -= taken;
      cost += taken * market.auction(cheapest).reserve();
    }
    return cost > budget
        ? Double.NEGATIVE_INFINITY
        : terms.valuation().value(held + units) - terms.valuation().value(held) - cost;
  }

  private static double welfare(MarketModel model, Market market) {
    double welfare = 0;
    for (int i = 0; i < market.buyers(); i++) {
      double total = 0;
      for (int j = 0; j < market.sellers(); j++) {
        total += won(market, i, j);
        welfare -= model.sellers().get(j).reserve() * won(market, i, j);
      }
      Valuation valuation = model.buyers().get(i).valuation();
      welfare += valuation.value(total) - valuation.value(0);
    }
    return welfare;
  }

  @Test
  void regionOptimum_partsOfAnyState_addUpToTheWhole() {
    int[] parts = {0};
    onRandomStates(
        2_000,
        (model, market) -> {
          InfluenceSets sets = new InfluenceSets(market);
          Set<Influence> components = new LinkedHashSet<>();
          double optima = 0;
          double welfares = 0;
          double close = 0;
          for (int j = 0; j < market.sellers(); j++) {
            RegionOptimum primary = RegionOptimum.of(model, market, sets.primary(j));
            close = 1e-8 * (1 + Math.abs(primary.optimum()) + Math.abs(primary.welfare()));
            assertThat(primary.optimum()).isGreaterThanOrEqualTo(primary.welfare() - close);
            if (components.add(sets.component(j))) {
              RegionOptimum component = RegionOptimum.of(model, market, sets.component(j));
              optima += component.optimum();
              welfares += component.welfare();
            }
          }
          double whole = planned(model);
          close = 1e-8 * (1 + Math.abs(whole));
          assertThat(welfares).isCloseTo(welfare(model, market), within(close));
          assertThat(optima).isLessThanOrEqualTo(whole + close);
          parts[0] += components.size() > 1 ? 1 : 0;
        });
    assertThat(parts[0]).isGreaterThan(Cases.of(2_000) / 10);
  }

  private static double planned(MarketModel model) {
    double nothing = model.buyers().stream().mapToDouble(buyer -> buyer.valuation().value(0)).sum();
    return PlannersOptimum.of(
                model.buyers().stream().map(BuyerSpec::valuation).toList(),
                model.sellers().stream().mapToDouble(SellerSpec::quantity).toArray(),
                model.sellers().stream().mapToDouble(SellerSpec::reserve).toArray(),
                model.reach())
            .welfare()
        - nothing;
  }
}
