package org.datamarket.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.datamarket.market.Auction;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.datamarket.mechanism.MarketDesign;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;

/**
 * A market ready to run: every default filled in and the population drawn. The same model and seed
 * give the same run.
 *
 * @param name a short name
 * @param description what it shows; may be empty
 * @param currency the label of money, "$" by default
 * @param seed all randomness of the run comes from this
 * @param epsilon ε, $
 * @param ties the tie rule of all auctions
 * @param activation when buyers act
 * @param roundLimit the run ends after so many rounds at the latest, at least 1
 * @param buyers in the order of the file; a buyer's number is its place here
 * @param sellers in the order of the file; a seller's number is its place here
 * @param reach who sees whom
 * @param design how trade is organized
 * @param ispFee what the ISP takes of each GB where it is in the middle, $/GB, at least 0
 * @param network who could be served by whom: the reach, unless a design leaves buyers less of it;
 *     the planner's optimum is over this
 */
public record MarketModel(
    String name,
    String description,
    String currency,
    long seed,
    double epsilon,
    TieRule ties,
    Activation activation,
    int roundLimit,
    List<BuyerSpec> buyers,
    List<SellerSpec> sellers,
    Reach reach,
    MarketDesign design,
    double ispFee,
    Reach network)
    implements Serializable {
  /** Copies the lists. */
  public MarketModel {
    buyers = List.copyOf(buyers);
    sellers = List.copyOf(sellers);
  }

  /** A market of auctions, and of an ISP that takes no fee. */
  public MarketModel(
      String name,
      String description,
      String currency,
      long seed,
      double epsilon,
      TieRule ties,
      Activation activation,
      int roundLimit,
      List<BuyerSpec> buyers,
      List<SellerSpec> sellers,
      Reach reach) {
    this(
        name,
        description,
        currency,
        seed,
        epsilon,
        ties,
        activation,
        roundLimit,
        buyers,
        sellers,
        reach,
        PlayedDesign.AUCTIONS,
        0,
        reach);
  }

  /** The same people under another design, on the same draws. */
  public MarketModel under(MarketDesign other) {
    return under(other, ispFee);
  }

  /**
   * The same people under another design, and with an ISP that takes a fee.
   *
   * @param fee f, $/GB, finite, at least 0
   */
  public MarketModel under(MarketDesign other, double fee) {
    MarketModel named =
        but(
            draft -> {
              draft.design = other;
              draft.ispFee = fee;
            });
    return other instanceof PlayedDesign played ? played.of(named) : named;
  }

  /** The same market with other people. */
  public MarketModel with(List<BuyerSpec> others, List<SellerSpec> otherSellers, Reach seen) {
    return but(
        draft -> {
          draft.buyers = others;
          draft.sellers = otherSellers;
          draft.reach = seen;
          draft.network = seen;
        });
  }

  /** The same market, in which buyers see only some of those sellers that could serve them. */
  MarketModel seeing(Reach fewer) {
    return but(draft -> draft.reach = fewer);
  }

  /** The same market with another buyer in the place of one. */
  public MarketModel withBuyer(int number, BuyerSpec buyer) {
    List<BuyerSpec> others = new ArrayList<>(buyers);
    others.set(number, buyer);
    return but(draft -> draft.buyers = others);
  }

  /** The same market with another seller in the place of one. */
  public MarketModel withSeller(int number, SellerSpec seller) {
    List<SellerSpec> others = new ArrayList<>(sellers);
    others.set(number, seller);
    return but(draft -> draft.sellers = others);
  }

  /** The same market whose buyers act at other times, for so many rounds at most. */
  public MarketModel playedBy(Activation other, int rounds) {
    return but(
        draft -> {
          draft.activation = other;
          draft.roundLimit = rounds;
        });
  }

  /** The same market under another name, with another label of money and another seed. */
  public MarketModel labelled(
      String newName, String newDescription, String newCurrency, long newSeed) {
    return but(
        draft -> {
          draft.name = newName;
          draft.description = newDescription;
          draft.currency = newCurrency;
          draft.seed = newSeed;
        });
  }

  /** The same market with another tie rule. */
  public MarketModel withTies(TieRule other) {
    return but(draft -> draft.ties = other);
  }

  /** What a mechanism that clears once may regard besides. */
  public Setting.Rules rules() {
    return new Setting.Rules(seed, epsilon, ties, roundLimit);
  }

  /** Whether a mechanism clears the market once, so that no rounds are played. */
  public boolean isClearedOnce() {
    return design instanceof Mechanism;
  }

  /** All that a mechanism which clears once knows of it. */
  public Population population() {
    return new Population(
        buyers.stream().map(BuyerSpec::valuation).toList(),
        buyers.stream().mapToDouble(BuyerSpec::budget).toArray(),
        sellers.stream().mapToDouble(SellerSpec::quantity).toArray(),
        sellers.stream().mapToDouble(SellerSpec::reserve).toArray(),
        reach,
        ispFee);
  }

  /**
   * The market as it begins: the sellers' first reserves, the buyers' first bids. There are no bids
   * where a mechanism clears the market once.
   */
  public Market opening() {
    Auction[] auctions =
        sellers.stream()
            .map(seller -> Auction.of(seller.quantity(), seller.initialReserve(), ties))
            .toArray(Auction[]::new);
    Market market = new Market(auctions, reach);
    for (int i = 0; i < market.buyers() && !isClearedOnce(); i++) {
      market.submit(i, buyers.get(i).initialBids());
    }
    return market;
  }

  /** The same market but for what is changed in a draft of it. */
  private MarketModel but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.model();
  }

  /** A market in the making: like another one, until it is changed. */
  private static final class Draft {
    private String name;
    private String description;
    private String currency;
    private long seed;
    private double epsilon;
    private TieRule ties;
    private Activation activation;
    private int roundLimit;
    private List<BuyerSpec> buyers;
    private List<SellerSpec> sellers;
    private Reach reach;
    private MarketDesign design;
    private double ispFee;
    private Reach network;

    Draft(MarketModel like) {
      name = like.name;
      description = like.description;
      currency = like.currency;
      seed = like.seed;
      epsilon = like.epsilon;
      ties = like.ties;
      activation = like.activation;
      roundLimit = like.roundLimit;
      buyers = like.buyers;
      sellers = like.sellers;
      reach = like.reach;
      design = like.design;
      ispFee = like.ispFee;
      network = like.network;
    }

    MarketModel model() {
      return new MarketModel(
          name,
          description,
          currency,
          seed,
          epsilon,
          ties,
          activation,
          roundLimit,
          buyers,
          sellers,
          reach,
          design,
          ispFee,
          network);
    }
  }
}
