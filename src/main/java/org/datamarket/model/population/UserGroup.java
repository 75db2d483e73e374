package org.datamarket.model.population;

import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.type.Fields;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.SellerSpec;
import org.datamarket.model.distribution.Draws;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.distribution.Uniform;
import org.datamarket.model.format.BuyerFormat;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.model.format.UserFormat;
import org.datamarket.random.RandomStreams;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.SellerStrategy;

/**
 * People with a data plan, each of whom turns out to be a buyer or a seller by one draw of its
 * usage (docs/model.md §9). Who uses more than the plan's cap buys what is missing: its demand is
 * usage − cap, its valuation α-fair with base cap and σ = overage · usage^α, so that its last unit
 * is worth just the plan's overage price, which is also its p_κ. Who uses less sells what is left.
 *
 * @param members who they are
 * @param plans the plans, the shares of which add up to 1
 * @param usage a month's usage as a share of the plan's cap
 * @param alpha α of the buyers' valuations
 * @param reserve r₀ of those who sell, $/GB
 * @param budget b of those who buy, $
 * @param strategy what those who buy bid
 * @param sellerStrategy how those who sell set their reserves
 */
public record UserGroup(
    Members members,
    List<Plan> plans,
    Supported usage,
    double alpha,
    Supported reserve,
    Supported budget,
    BuyerStrategy strategy,
    SellerStrategy sellerStrategy) {
  private static final Supported UNIT = new Uniform(0, 1);
  private static final double ROUNDING = 1e-9;

  /**
   * A data plan.
   *
   * @param cap the data it includes, GB a month
   * @param overage the price of data beyond the cap, $/GB
   * @param share the share of users that have it
   */
  record Plan(double cap, double overage, double share) {}

  /** Reads a group. */
  static UserGroup read(Members members, Fields fields) {
    return new UserGroup(
        members,
        plans(fields),
        fields.get(UserFormat.USAGE),
        fields.get(UserFormat.USER_ALPHA),
        fields.get(UserFormat.USER_RESERVE),
        fields.get(BuyerFormat.BUDGET),
        fields.get(StrategyFormat.STRATEGY),
        fields.get(UserFormat.USER_SELLER_STRATEGY));
  }

  private static List<Plan> plans(Fields fields) {
    List<Plan> plans =
        fields.get(UserFormat.PLANS).stream()
            .map(
                plan ->
                    new Plan(
                        plan.get(UserFormat.CAP),
                        plan.get(UserFormat.OVERAGE),
                        plan.get(UserFormat.SHARE)))
            .toList();
    double total = plans.stream().mapToDouble(Plan::share).sum();
    if (Math.abs(total - 1) > ROUNDING) {
      throw new Mistake(
          fields.position(UserFormat.PLANS),
          "the shares of the plans add up to " + total + "; expected 1");
    }
    return plans;
  }

  /** Draws its members. Who uses exactly the plan's cap neither buys nor sells. */
  void draw(RandomStreams streams, List<BuyerSpec> buyers, List<SellerSpec> sellers) {
    Draws draws = new Draws(streams, "users", members.stem(), members.position());
    for (int k = 0; k < members.count(); k++) {
      Plan plan = plan(draws.next("plan", UNIT));
      double used = draws.inRange("usage", plan.cap() * draws.next("usage", usage));
      double ownReserve = draws.next("reserve", reserve);
      double limit = draws.next("budget", budget);
      if (used > plan.cap()) {
        draws.inRange("demand", used - plan.cap());
        Valuation valuation = WithIsp.of(valuation(plan, used), plan.overage());
        buyers.add(
            new BuyerSpec(members.id(k), members.group(), valuation, limit, strategy, Bids.NONE));
      } else if (used < plan.cap()) {
        sellers.add(
            new SellerSpec(
                members.id(k),
                members.group(),
                draws.inRange("quantity", plan.cap() - used),
                ownReserve,
                ownReserve,
                sellerStrategy));
      }
    }
  }

  private Plan plan(double draw) {
    double shares = 0;
    for (Plan plan : plans) {
      shares += plan.share();
      if (draw < shares) {
        return plan;
      }
    }
    return plans.stream()
        .filter(plan -> plan.share() > 0)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private AlphaFair valuation(Plan plan, double used) {
    double sigma = plan.overage() * StrictMath.pow(used, alpha);
    return new AlphaFair(used - plan.cap(), sigma, alpha, plan.cap());
  }
}
