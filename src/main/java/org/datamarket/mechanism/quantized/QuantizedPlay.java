package org.datamarket.mechanism.quantized;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A play from its start to its rest, or once around its cycle.
 *
 * @param path all profiles, the start included; of a cycle the last one is one that was seen before
 * @param changingRounds rounds that changed something before the rest, or before the first profile
 *     of the cycle
 * @param period how many rounds the cycle has; 1 at rest
 */
public record QuantizedPlay(List<Profile> path, int changingRounds, int period) {
  /** Copies the list. */
  public QuantizedPlay {
    path = List.copyOf(path);
  }

  /** Plays a market. It ends, for there are finitely many profiles. */
  public static QuantizedPlay of(QuantizedMarket market, Profile start) {
    List<Profile> path = new ArrayList<>(List.of(start));
    Map<Profile, Integer> seen = new HashMap<>(Map.of(start, 0));
    while (true) {
      int rounds = path.size();
      Profile next = market.next(path.get(rounds - 1));
      Integer before = seen.putIfAbsent(next, rounds);
      if (before != null) {
        boolean rests = before == rounds - 1;
        if (!rests) {
          path.add(next);
        }
        return new QuantizedPlay(path, before, rounds - before);
      }
      path.add(next);
    }
  }

  /** Whether the last round changed nothing. */
  public boolean isAtRest() {
    return period == 1;
  }

  /** The last profile. */
  public Profile end() {
    return path.get(path.size() - 1);
  }
}
