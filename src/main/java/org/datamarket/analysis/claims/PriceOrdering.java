package org.datamarket.analysis.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.datamarket.analysis.supremum.FillPrice;
import org.datamarket.kind.Kind;
import org.datamarket.market.Market;

/**
 * max over all i that win at sellers j and l with 0 &lt; p*_l &lt; p*_j, and all k that win at l
 * and not at j, of the worst of p*_l − p_k, p_k − p*_j and p*_j − p_i; p_k is k's price at l, p_i
 * that of i at j.
 */
@Kind(
    name = "price-ordering",
    meaning =
        "Who wins at the cheaper of two auctions only, bids at most the price of the dearer one:"
            + " p*_l ≤ p_k < p*_j ≤ p_i.")
public record PriceOrdering() implements MarketClaim {

  /** The prices of one case, $/GB. */
  private record Case(int k, int l, int j, double fillL, double bidK, double fillJ, double bidI) {
    double violation() {
      return Math.max(fillL - bidK, Math.max(bidK - fillJ, fillJ - bidI));
    }
  }

  @Override
  public About about() {
    String hypothesis = "a buyer wins at two filled auctions, another at the cheaper one only";
    return new About(Source.BLAZEK_HARRIS, hypothesis, Decision.CLEARING, Unit.PRICE, true);
  }

  @Override
  public double violation(State state) {
    return cases(state).stream().mapToDouble(Case::violation).max().orElse(Double.NaN);
  }

  private static List<Case> cases(State state) {
    Market market = state.market();
    double[] fill = new double[market.sellers()];
    for (int j = 0; j < fill.length; j++) {
      fill[j] = FillPrice.of(market.auction(j));
    }
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < market.buyers(); i++) {
      BitSet sellers = state.influence().sellersOf(i);
      for (int j = sellers.nextSetBit(0); j >= 0; j = sellers.nextSetBit(j + 1)) {
        for (int l = sellers.nextSetBit(0); l >= 0; l = sellers.nextSetBit(l + 1)) {
          if (0 < fill[l] && fill[l] < fill[j]) {
            addCases(state, i, j, l, fill, cases);
          }
        }
      }
    }
    return cases;
  }

  private static void addCases(State state, int i, int j, int l, double[] fill, List<Case> cases) {
    BitSet only = (BitSet) state.influence().winnersAt(l).clone();
    only.andNot(state.influence().winnersAt(j));
    Market market = state.market();
    double bidI = market.bids(i).at(j).price();
    only.stream()
        .forEach(
            k ->
                cases.add(new Case(k, l, j, fill[l], market.bids(k).at(l).price(), fill[j], bidI)));
  }

  @Override
  public String evidence(State state) {
    return cases(state).stream()
        .max(Comparator.comparingDouble(Case::violation))
        .map(
            worst ->
                "buyer %s bids %s $/GB at seller %s, filled at %s, and the other auction %s is filled at %s"
                    .formatted(worst.k, worst.bidK, worst.l, worst.fillL, worst.j, worst.fillJ))
        .orElse("");
  }
}
