package org.datamarket.mechanism.routes;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.Outcome;
import org.datamarket.mechanism.Setting;
import org.datamarket.random.RandomStreams;

/**
 * Progressive second price on routes, played to its end by the market's own ε, ties and round limit
 * ({@link RoutesMechanism}; docs/mechanisms.md §8). Access points and the ISP's network, which no
 * other mechanism needs, get their part as the ISP's margin.
 *
 * @param topology which resources buyers need together
 * @param price which prices bids name
 */
@Kind(
    name = "routes",
    meaning =
        "Auctions of several resources that a buyer needs together: a seller, drawn from its reach"
            + " once, and what lies between the two.")
public record Routes(
    @Meaning(value = "Which resources a buyer needs together.", otherwise = "tree")
        Topology topology,
    @Meaning(RoutePrice.MEANING) RoutePrice price)
    implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    Setting.Rules rules = setting.rules();
    return new RoutesMechanism(topology, price, rules.epsilon(), rules.ties(), rules.roundLimit())
        .play(setting.population(), new RandomStreams(rules.seed()).stream(RandomStreams.CHOICE))
        .outcome();
  }
}
