package org.datamarket.study.sweep;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.study.Cells;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;

/**
 * The runs of a shard that are still to be made. Where the number of replications depends on what
 * comes out, more are added as outcomes come; how many of them count in the end is decided by
 * {@link Replications#decide} alone, so that it does not depend on the order in which runs end.
 */
final class PendingRuns {
  private final Study study;
  private final Replications replications;
  private final Shard shard;
  private final Journal journal;
  private final int retries;
  private final int deciding;
  private final Iterator<Point> points;
  private final Deque<Place> ready = new ArrayDeque<>();
  private final Map<String, List<Place>> underWay = new HashMap<>();
  private long planned;
  private long known;
  private long knownFailures;

  /** A point, and the values of the deciding measure of its first replications. */
  private static final class Progress {
    private final Point point;
    private double[] values = {};
    private int awaited;

    private Progress(Point point) {
      this.point = point;
    }
  }

  private record Place(Progress progress, int replication) {}

  /**
   * The runs of a shard.
   *
   * @param journal what has been made already
   * @param retries how often a run that failed is tried again
   */
  PendingRuns(Study study, Shard shard, Journal journal, int retries) {
    this.study = study;
    this.replications = study.replications();
    this.shard = shard;
    this.journal = journal;
    this.retries = retries;
    this.deciding = replications.measure().map(study::indexOf).orElse(-1);
    this.points = study.points().iterator();
    this.planned = plannedAtFirst();
  }

  private long plannedAtFirst() {
    long things = study.points().size();
    int each = replications.atLeast();
    if (!replications.isAdaptive()) {
      things *= each;
      each = 1;
    }
    long before = shard.index() - 1L;
    return things <= before ? 0 : ((things - before - 1) / shard.count() + 1) * each;
  }

  /** How many runs the shard has, as far as is known. */
  long planned() {
    return planned;
  }

  /** How many of the runs seen so far the journal had already. */
  long known() {
    return known;
  }

  /** How many of those failed. */
  long knownFailures() {
    return knownFailures;
  }

  /** The next run to make; nothing if there is none now, but outcomes may lead to more. */
  Optional<RunSpec> next() throws IOException {
    while (true) {
      Place place = ready.poll();
      if (place != null) {
        RunSpec spec = spec(place);
        if (isDone(spec.key())) { // since it was planned, for an equal point
          know(place, spec.key());
          place.progress().awaited--;
          goOn(place.progress());
          continue;
        }
        List<Place> same = underWay.computeIfAbsent(spec.key(), none -> new ArrayList<>());
        same.add(place);
        if (same.size() == 1) {
          return Optional.of(spec);
        }
      } else if (points.hasNext()) {
        begin(points.next());
      } else {
        return Optional.empty();
      }
    }
  }

  private RunSpec spec(Place place) {
    return study.run(place.progress().point, place.replication());
  }

  private void begin(Point point) throws IOException {
    if (!replications.isAdaptive() || shard.has(point.number() - 1L)) {
      Progress progress = new Progress(point);
      extend(progress, replications.atLeast());
      goOn(progress);
    }
  }

  /** Plans replications up to a number; what the journal has of them is taken from there. */
  private void extend(Progress progress, int to) throws IOException {
    int from = progress.values.length;
    progress.values = Arrays.copyOf(progress.values, to);
    for (int k = from + 1; k <= to; k++) {
      if (isOurs(progress.point, k)) {
        Place place = new Place(progress, k);
        String key = spec(place).key();
        if (isDone(key)) {
          know(place, key);
        } else {
          progress.awaited++;
          ready.add(place);
        }
      }
    }
  }

  private void know(Place place, String key) throws IOException {
    known++;
    knownFailures += journal.hasFailed(key) ? 1 : 0;
    place.progress().values[place.replication() - 1] = valueOf(key);
  }

  private boolean isOurs(Point point, int k) {
    return replications.isAdaptive()
        || shard.has((point.number() - 1L) * replications.atLeast() + k - 1);
  }

  private boolean isDone(String key) {
    return journal.has(key) && !(journal.hasFailed(key) && journal.attempts(key) <= retries);
  }

  private double valueOf(String key) throws IOException {
    return replications.isAdaptive()
        ? Cells.measure(journal.find(key).orElseThrow().outcome(), deciding)
        : Double.NaN;
  }

  /** Takes note of an outcome, and says at how many places of the plan the run stands. */
  int done(RunSpec spec, Outcome outcome) throws IOException {
    List<Place> places = underWay.remove(spec.key());
    for (Place place : places) {
      Progress progress = place.progress();
      progress.values[place.replication() - 1] = Cells.measure(outcome, deciding);
      progress.awaited--;
      goOn(progress);
    }
    return places.size();
  }

  /** Plans more replications of a point, if those made do not decide. */
  private void goOn(Progress progress) throws IOException {
    while (progress.awaited == 0 && replications.decide(progress.values).isEmpty()) {
      int to = replications.next(progress.values);
      planned += to - progress.values.length;
      extend(progress, to);
    }
  }
}
