package org.datamarket.simulation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.random.RandomStreams;

/**
 * Notices when the whole profile of bids and reserves has been seen before, to 1e-9 relative
 * (docs/model.md §6). Each profile is kept, and found again by a fingerprint: a sum of its numbers
 * with fixed positive weights, which is as close between two profiles as the profiles are.
 */
final class CycleDetector implements Serializable {
  private static final long serialVersionUID = 1;
  private static final double SAME = 1e-9;

  private final TreeMap<Double, List<Profile>> seen = new TreeMap<>();

  /** Reserves, then for each live bid its quantity and price; where the bids stand, apart. */
  private record Profile(int round, int[] places, double[] numbers) implements Serializable {
    private static final long serialVersionUID = 1;

    static Profile of(int round, Market market) {
      int live = 0;
      for (int i = 0; i < market.buyers(); i++) {
        live += market.bids(i).size();
      }
      int[] places = new int[2 * live];
      double[] numbers = new double[market.sellers() + 2 * live];
      for (int j = 0; j < market.sellers(); j++) {
        numbers[j] = market.auction(j).reserve();
      }
      int at = 0;
      for (int i = 0; i < market.buyers(); i++) {
        Bids bids = market.bids(i);
        for (int k = 0; k < bids.size(); k++, at += 2) {
          places[at] = i;
          places[at + 1] = bids.seller(k);
          numbers[market.sellers() + at] = bids.bid(k).quantity();
          numbers[market.sellers() + at + 1] = bids.bid(k).price();
        }
      }
      return new Profile(round, places, numbers);
    }

    double fingerprint() {
      double sum = 0;
      for (int k = 0; k < numbers.length; k++) {
        sum += numbers[k] * (1 + (RandomStreams.mix(k + 1) >>> 11) * 0x1p-53);
      }
      return sum;
    }

    boolean isSame(Profile other) {
      if (!Arrays.equals(places, other.places)) {
        return false;
      }
      for (int k = 0; k < numbers.length; k++) {
        double larger = Math.max(numbers[k], other.numbers[k]);
        if (Math.abs(numbers[k] - other.numbers[k]) > SAME * larger) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * How many rounds ago the market was last as it is now; 0 if it never was.
   *
   * @param round the round that has just ended
   */
  int periodAt(int round, Market market) {
    Profile now = Profile.of(round, market);
    double fingerprint = now.fingerprint();
    double margin = 2 * SAME * fingerprint;
    int latest = 0;
    for (List<Profile> near :
        seen.subMap(fingerprint - margin, true, fingerprint + margin, true).values()) {
      for (Profile profile : near) {
        if (profile.round() > latest && profile.isSame(now)) {
          latest = profile.round();
        }
      }
    }
    seen.computeIfAbsent(fingerprint, key -> new ArrayList<>()).add(now);
    return latest == 0 ? 0 : round - latest;
  }
}
