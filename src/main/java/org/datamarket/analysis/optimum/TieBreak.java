package org.datamarket.analysis.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * Settles the ties of an optimum on any network, as {@link Plan} defines them.
 *
 * <p>Take one competitive λ. An optimal plan is any flow over the tight arcs (i, j), λ_j = Λ_i,
 * that gives buyer i a total from D_i(Λ_i⁺) to D_i(Λ_i) and sells out every seller with λ_j &gt;
 * r_j. So each group of buyers and sellers that tight arcs connect is settled for itself:
 *
 * <ol>
 *   <li>Buyers' totals: the leximin of their fills of the jump above the floor D_i(Λ_i⁺), sellers
 *       giving all they have ({@link Ration}). This is also the largest volume; and whatever totals
 *       buyers can have in a largest flow, they can have with any sellers sold out that can be sold
 *       out at all (Mendelsohn &amp; Dulmage 1958).
 *   <li>Sellers' totals: buyers' totals being fixed, so is Σ sold, and the least Σ (D − sold)² / D
 *       is the least Σ sold² / D. It is the same problem from the other side: sellers as those who
 *       want D_j, with D_j as a floor where λ_j &gt; r_j, buyers as those who have their totals.
 * </ol>
 */
final class TieBreak {
  /** Prices that differ by less than this share are one. */
  private static final double SAME = Jump.SAME;

  private final Instance instance;
  private final double[] prices;
  private final boolean[] indifferent;
  private final int[][] tight;
  private final Jump[] jumps;
  private final Groups groups;

  private TieBreak(Instance instance, double[] prices) {
    this.instance = instance;
    this.prices = prices;
    int buyers = instance.wants().length;
    indifferent = new boolean[prices.length];
    for (int j = 0; j < prices.length; j++) {
      indifferent[j] = prices[j] <= instance.reserves()[j] * (1 + SAME);
    }
    tight = new int[buyers][];
    jumps = new Jump[buyers];
    groups = new Groups(prices.length);
    for (int i = 0; i < buyers; i++) {
      lookAt(i);
    }
  }

  static Plan settle(Instance instance, Allotment first) {
    return new TieBreak(instance, first.prices()).settle(first);
  }

  private void lookAt(int buyer) {
    tight[buyer] = new int[0];
    if (!instance.wants()[buyer]) {
      return;
    }
    double least = Double.POSITIVE_INFINITY;
    Reach reach = instance.reach();
    for (int k = 0; k < reach.degree(buyer); k++) {
      int seller = reach.seller(buyer, k);
      least = instance.has()[seller] ? Math.min(least, prices[seller]) : least;
    }
    jumps[buyer] = Jump.at(instance.valuations().get(buyer), least);
    if (jumps[buyer].most() == 0) {
      return;
    }
    double highest = least * (1 + 2 * SAME);
    tight[buyer] =
        IntStream.range(0, reach.degree(buyer))
            .map(k -> reach.seller(buyer, k))
            .filter(seller -> instance.has()[seller] && prices[seller] <= highest)
            .toArray();
    for (int seller : tight[buyer]) {
      groups.join(tight[buyer][0], seller);
    }
  }

  private Plan settle(Allotment first) {
    boolean[] buyersTie = new boolean[prices.length];
    int[] sellersTie = new int[prices.length];
    for (int i = 0; i < tight.length; i++) {
      if (tight[i].length > 0 && jumps[i].isReal()) {
        buyersTie[groups.of(tight[i][0])] = true;
      }
    }
    for (int j = 0; j < prices.length; j++) {
      sellersTie[groups.of(j)] += indifferent[j] && instance.has()[j] ? 1 : 0;
    }
    double[] totals = totals(first.deliveries());
    List<Delivery> deliveries = new ArrayList<>();
    boolean[] again = new boolean[prices.length];
    boolean[] reversed = new boolean[prices.length];
    for (int group = 0; group < prices.length; group++) {
      again[group] = buyersTie[group];
      reversed[group] = sellersTie[group] > (buyersTie[group] ? 0 : 1);
    }
    List<Delivery> shared = shareJumps(again, totals);
    keep(first.deliveries(), again, reversed, false, deliveries);
    keep(shared, again, reversed, true, deliveries);
    for (int i = 0; i < totals.length; i++) {
      totals[i] = tight[i].length == 0 ? 0 : jumps[i].rounded(totals[i], available(i));
    }
    deliveries.addAll(shareSales(reversed, totals));
    return plan(totals, deliveries);
  }

  private double available(int buyer) {
    return IntStream.of(tight[buyer]).mapToDouble(seller -> instance.quantities()[seller]).sum();
  }

  private double[] totals(List<Delivery> deliveries) {
    double[] totals = new double[tight.length];
    for (Delivery delivery : deliveries) {
      totals[delivery.buyer()] += delivery.quantity();
    }
    return totals;
  }

  /** Keeps the deliveries of groups that nothing later replaces. */
  private void keep(
      List<Delivery> found,
      boolean[] again,
      boolean[] reversed,
      boolean fromAgain,
      List<Delivery> kept) {
    for (Delivery delivery : found) {
      int group = groups.of(delivery.seller());
      if (again[group] == fromAgain && !reversed[group]) {
        kept.add(delivery);
      }
    }
  }

  /** The first step for the groups in which somebody is at a jump; changes their totals. */
  private List<Delivery> shareJumps(boolean[] again, double[] totals) {
    int[][] arcs = new int[tight.length][];
    boolean[] takes = new boolean[tight.length];
    List<Valuation> rations = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < tight.length; i++) {
      takes[i] = tight[i].length > 0 && again[groups.of(tight[i][0])];
      arcs[i] = takes[i] ? tight[i] : new int[0];
      boolean real = takes[i] && jumps[i].isReal();
      rations.add(
          real ? new Ration(jumps[i].floor(), jumps[i].most()) : new Ration(totals[i], totals[i]));
      any |= takes[i];
    }
    if (!any) {
      return List.of();
    }
    Network network = Network.of(Reach.of(arcs, prices.length), takes, instance.has());
    double[] nothing = new double[prices.length];
    List<Delivery> shared =
        Decomposition.solve(network, rations, instance.quantities(), nothing).deliveries();
    double[] shares = totals(shared);
    for (int i = 0; i < tight.length; i++) {
      totals[i] = takes[i] ? shares[i] : totals[i];
    }
    return shared;
  }

  /** The second step for the groups in which it matters, from the sellers' side. */
  private List<Delivery> shareSales(boolean[] reversed, double[] totals) {
    int[] degrees = new int[prices.length];
    boolean any = false;
    for (int i = 0; i < tight.length; i++) {
      if (totals[i] > 0 && tight[i].length > 0 && reversed[groups.of(tight[i][0])]) {
        any = true;
        for (int seller : tight[i]) {
          degrees[seller]++;
        }
      }
    }
    if (!any) {
      return List.of();
    }
    int[][] buyersOf = new int[prices.length][];
    Arrays.setAll(buyersOf, j -> new int[degrees[j]]);
    boolean[] gives = new boolean[tight.length];
    for (int i = tight.length - 1; i >= 0; i--) {
      gives[i] = totals[i] > 0 && tight[i].length > 0 && reversed[groups.of(tight[i][0])];
      for (int k = 0; gives[i] && k < tight[i].length; k++) {
        int seller = tight[i][k];
        buyersOf[seller][--degrees[seller]] = i;
      }
    }
    return sales(buyersOf, gives, totals);
  }

  private List<Delivery> sales(int[][] buyersOf, boolean[] gives, double[] totals) {
    List<Valuation> rations = new ArrayList<>();
    boolean[] takes = new boolean[prices.length];
    for (int j = 0; j < prices.length; j++) {
      double quantity = instance.quantities()[j];
      takes[j] = buyersOf[j].length > 0;
      rations.add(new Ration(indifferent[j] ? 0 : quantity, quantity));
    }
    Network network = Network.of(Reach.of(buyersOf, tight.length), takes, gives);
    double[] nothing = new double[tight.length];
    return Decomposition.solve(network, rations, totals, nothing).deliveries().stream()
        .map(sale -> new Delivery(sale.seller(), sale.buyer(), sale.quantity()))
        .toList();
  }

  private Plan plan(double[] totals, List<Delivery> deliveries) {
    double[] sold = new double[prices.length];
    for (Delivery delivery : deliveries) {
      sold[delivery.seller()] += delivery.quantity();
    }
    double[] exact = prices.clone();
    for (int j = 0; j < sold.length; j++) {
      exact[j] = indifferent[j] ? instance.reserves()[j] : prices[j];
    }
    Rounded.sales(sold, instance.quantities());
    Allotment allotment = new Allotment(deliveries, exact);
    return new Plan(totals, sold, instance.offered(exact), allotment.sorted());
  }
}
