package org.datamarket.mechanism.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.market.Auction;
import org.datamarket.market.Reach;
import org.datamarket.mechanism.Population;
import org.datamarket.mechanism.Setting;
import org.datamarket.mechanism.routes.RoutesMarket;
import org.datamarket.mechanism.routes.RoutesMechanism;
import org.datamarket.random.RandomStreams;

/**
 * A market of sellers and buyers, whose buyers need further resources, too: the routes that are
 * drawn, a play, and its end in the terms of all mechanisms.
 *
 * @param population who is there
 * @param mechanism what is laid out and played
 * @param seed which sellers the buyers go to
 */
public record TopologyCase(Population population, RoutesMechanism mechanism, long seed)
    implements Question {

  @Override
  public Map<String, Object> answer(MechanismChoice chosen) {
    RoutesMechanism.Result result =
        mechanism.play(population, new RandomStreams(seed).stream(RandomStreams.CHOICE));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("mechanism", LineReader.ROUTES);
    answer.put("resources", resources(result.market()));
    answer.put("routes", routes(result.market().routes()));
    answer.put("play", RoutesAnswer.play(result.play(), result.end(), result.optimum()));
    answer.put("result", MechanismAnswer.of(Setting.of(population), result.outcome()));
    return answer;
  }

  private static List<Object> resources(RoutesMarket market) {
    List<Object> resources = new ArrayList<>();
    for (Auction auction : market.resources()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("quantity", auction.quantity());
      values.put("reserve", auction.reserve());
      resources.add(values);
    }
    return resources;
  }

  private static List<Object> routes(Reach routes) {
    List<Object> lists = new ArrayList<>();
    for (int i = 0; i < routes.buyers(); i++) {
      List<Integer> route = new ArrayList<>();
      for (int k = 0; k < routes.degree(i); k++) {
        route.add(routes.seller(i, k));
      }
      lists.add(route);
    }
    return lists;
  }
}
