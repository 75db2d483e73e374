package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.document.Node;
import org.datamarket.document.YamlWriter;
import org.datamarket.document.type.Property;
import org.datamarket.market.Bids;
import org.datamarket.market.TieRule;
import org.datamarket.market.WithIsp;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.format.ActivationFormat;
import org.datamarket.model.format.BidFormat;
import org.datamarket.model.format.BuyerFormat;
import org.datamarket.model.format.EntryFormat;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.SellerFormat;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.model.format.ValuationFormat;

/**
 * A drawn market as a model file: every buyer, seller and bid stands by itself on one line, and
 * what would be so anyway is left out. It reads again to the same market, to the last bit.
 */
public final class ModelText {
  private final MarketModel model;

  private ModelText(MarketModel model) {
    this.model = model;
  }

  /**
   * A market as YAML.
   *
   * @throws IllegalArgumentException if a valuation or a strategy of the user's own is no record,
   *     so that nobody can say of which numbers it was made
   */
  public static String of(MarketModel model) {
    ModelText text = new ModelText(model);
    String all =
        YamlWriter.write(text.head().node())
            + list(Format.SELLERS, text.sellers())
            + list(Format.BUYERS, text.buyers());
    List<Node> bids = text.bids();
    return bids.isEmpty() ? all : all + list(BidFormat.INITIAL_BIDS, bids);
  }

  private static String list(Property<?> key, List<Node> items) {
    StringBuilder lines = new StringBuilder("\n%s:\n".formatted(key.key()));
    items.forEach(item -> lines.append("  - %s\n".formatted(YamlWriter.inline(item))));
    return lines.toString();
  }

  private Entry head() {
    Entry head =
        new Entry()
            .with(Format.FORMAT, Node.plain(Integer.toString(Format.VERSION)))
            .with(Format.NAME, Entry.text(model.name()));
    if (!model.description().isEmpty()) {
      head.with(Format.DESCRIPTION, Entry.text(model.description()));
    }
    head.with(Format.EPSILON, Entry.number(model.epsilon()));
    if (model.ties() != TieRule.PROPORTIONAL) {
      head.with(Format.TIES, Entry.constant(model.ties()));
    }
    if (model.activation() instanceof Activation.Sequential sequential) {
      return sequential.randomOrder()
          ? head
          : head.with(ActivationFormat.ORDER, Node.plain("fixed"));
    }
    return head.with(ActivationFormat.ACTIVATION, Entry.kind((Record) model.activation()));
  }

  private List<Node> sellers() {
    List<Node> sellers = new ArrayList<>();
    for (SellerSpec seller : model.sellers()) {
      Entry entry =
          new Entry()
              .with(EntryFormat.ID, Entry.text(seller.id()))
              .with(SellerFormat.QUANTITY, Entry.number(seller.quantity()))
              .with(SellerFormat.RESERVE, Entry.number(seller.reserve()));
      if (seller.initialReserve() != seller.reserve()) {
        entry.with(SellerFormat.INITIAL_RESERVE, Entry.number(seller.initialReserve()));
      }
      sellers.add(entry.with(StrategyFormat.SELLER_STRATEGY, Entry.kind(seller.strategy())).node());
    }
    return sellers;
  }

  private List<Node> buyers() {
    return IntStream.range(0, model.buyers().size()).mapToObj(this::buyer).toList();
  }

  private Node buyer(int number) {
    BuyerSpec buyer = model.buyers().get(number);
    Entry entry =
        new Entry()
            .with(EntryFormat.ID, Entry.text(buyer.id()))
            .with(BuyerFormat.DEMAND, Entry.number(buyer.valuation().demand()))
            .with(
                ValuationFormat.VALUATION,
                Entry.kind(WithIsp.without(buyer.valuation()), BuyerFormat.DEMAND.key()));
    if (Double.isFinite(buyer.budget())) {
      entry.with(BuyerFormat.BUDGET, Entry.number(buyer.budget()));
    }
    if (buyer.valuation() instanceof WithIsp withIsp) {
      entry.with(BuyerFormat.ISP_PRICE, Entry.number(withIsp.ispPrice()));
    }
    entry.with(StrategyFormat.STRATEGY, Entry.kind(buyer.strategy()));
    int[] reach = Edits.sellersOf(model, number);
    if (reach.length < model.sellers().size()) {
      entry.with(
          BuyerFormat.REACH_LIST,
          Entry.list(Arrays.stream(reach).mapToObj(j -> model.sellers().get(j).id()).toList()));
    }
    return entry.node();
  }

  private List<Node> bids() {
    List<Node> all = new ArrayList<>();
    for (BuyerSpec buyer : model.buyers()) {
      Bids bids = buyer.initialBids();
      for (int k = 0; k < bids.size(); k++) {
        all.add(
            new Entry()
                .with(BidFormat.BID_BUYER, Entry.text(buyer.id()))
                .with(BidFormat.BID_SELLER, Entry.text(model.sellers().get(bids.seller(k)).id()))
                .with(BidFormat.BID_QUANTITY, Entry.number(bids.bid(k).quantity()))
                .with(BidFormat.BID_PRICE, Entry.number(bids.bid(k).price()))
                .node());
      }
    }
    return all;
  }
}
