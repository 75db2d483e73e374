package org.datamarket.model.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.market.Bids;
import org.datamarket.market.TieRule;
import org.datamarket.mechanism.MarketDesign;
import org.datamarket.model.Activation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.reach.Crowd;
import org.datamarket.random.RandomStreams;

/**
 * All that a model file says, checked, before the population is drawn.
 *
 * @param supplyDemandRatio the total supply as a share of the total demand, if quantities are
 *     scaled
 * @param initialBids by the buyer's number
 * @param design how trade is organized
 * @param ispFee what the ISP takes of each GB where it is in the middle, $/GB
 */
public record Definition(
    String name,
    String description,
    String currency,
    double epsilon,
    TieRule ties,
    Activation activation,
    int roundLimit,
    Optional<SupplyDemandRatio> supplyDemandRatio,
    List<BuyerGroup> buyers,
    List<SellerGroup> sellers,
    List<UserGroup> users,
    Links links,
    Map<Integer, Bids> initialBids,
    MarketDesign design,
    double ispFee) {

  /** The market that a seed draws. */
  public MarketModel draw(long seed) {
    RandomStreams streams = new RandomStreams(seed);
    List<BuyerSpec> buyerSpecs = new ArrayList<>();
    List<SellerSpec> sellerSpecs = new ArrayList<>();
    List<Crowd.Block> blocks = new ArrayList<>();
    for (BuyerGroup group : buyers) {
      group.draw(streams, buyerSpecs);
      blocks.add(new Crowd.Block("buyers/" + group.members().stem(), group.members().count()));
    }
    for (SellerGroup group : sellers) {
      group.draw(streams, sellerSpecs);
    }
    for (UserGroup group : users) {
      int before = buyerSpecs.size();
      group.draw(streams, buyerSpecs, sellerSpecs);
      blocks.add(new Crowd.Block("users/" + group.members().stem(), buyerSpecs.size() - before));
    }
    initialBids.forEach(
        (buyer, bids) -> buyerSpecs.set(buyer, buyerSpecs.get(buyer).withBids(bids)));
    MarketModel drawn =
        new MarketModel(
            name,
            description,
            currency,
            seed,
            epsilon,
            ties,
            activation,
            roundLimit,
            buyerSpecs,
            supplyDemandRatio.map(r -> r.scale(sellerSpecs, buyerSpecs)).orElse(sellerSpecs),
            links.draw(blocks, sellerSpecs.size(), streams));
    return drawn.under(design, ispFee);
  }
}
