package org.datamarket.figure;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.explain.RankingMoment;

/**
 * Collects a buyer's rankings, one per round, in bounded memory: when it is full, it drops every
 * second and from then on keeps half as many. The first and the latest are always there. Several
 * threads may use it.
 */
public final class RankingRecorder {
  /** How many moments are kept at most, besides the latest; even. */
  public static final int MOST = 240;

  private final List<RankingMoment> kept = new ArrayList<>();
  private final List<RankingMoment> latest = new ArrayList<>(1);
  private int stride = 1;
  private int seen;

  /** Nothing yet. */
  public RankingRecorder() {}

  /** Forgets everything. */
  public synchronized void clear() {
    kept.clear();
    latest.clear();
    stride = 1;
    seen = 0;
  }

  /** Notes a moment, unless it is of a round that has been noted or of an earlier one. */
  public synchronized void add(RankingMoment moment) {
    if (!latest.isEmpty() && moment.round() <= latest.get(0).round()) {
      return;
    }
    if (seen % stride == 0) {
      if (kept.size() == MOST) {
        thin();
      }
      kept.add(moment);
    }
    seen++;
    latest.clear();
    latest.add(moment);
  }

  private void thin() {
    List<RankingMoment> all = List.copyOf(kept);
    kept.clear();
    for (int k = 0; k < all.size(); k += 2) {
      kept.add(all.get(k));
    }
    stride *= 2;
  }

  /** The moments that are kept, in the order of rounds, the latest last. */
  public synchronized List<RankingMoment> moments() {
    List<RankingMoment> moments = new ArrayList<>(kept);
    if (!latest.isEmpty() && kept.get(kept.size() - 1) != latest.get(0)) {
      moments.add(latest.get(0));
    }
    return List.copyOf(moments);
  }

  /** What has been recorded, as it is shown. */
  public RankingHistory history() {
    return RankingHistory.of(moments());
  }
}
