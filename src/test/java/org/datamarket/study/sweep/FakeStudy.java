package org.datamarket.study.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.Measure;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;
import org.datamarket.study.Setting;
import org.datamarket.study.Study;

/** A study whose runs cost nothing. */
record FakeStudy(List<Point> points, Replications replications, List<String> series, Runner runner)
    implements Study {

  /** Points with one factor x = 1, 2, … */
  static FakeStudy of(int points, Replications replications, Runner runner) {
    List<Point> all = new ArrayList<>();
    for (int k = 1; k <= points; k++) {
      all.add(new Point(k, List.of(new Setting("x", "" + k, List.of("epsilon=" + k)))));
    }
    return new FakeStudy(List.copyOf(all), replications, List.of("messages"), runner);
  }

  static FakeStudy of(int points, int replications) {
    return of(points, Replications.fixed(replications), FakeStudy::play);
  }

  FakeStudy with(Runner other) {
    return new FakeStudy(points, replications, series, other);
  }

  /** An outcome that depends on the run's seed alone, with as many rounds as the replication. */
  static Outcome play(RunSpec spec) {
    List<List<String>> rounds = new ArrayList<>();
    for (int k = 0; k < spec.replication(); k++) {
      rounds.add(List.of("" + k));
    }
    double value = 10 + spec.point() * (RandomStreams.mix(spec.seed()) >> 12) * 0x1p-52;
    String second = spec.seed() % 5 == 0 ? "" : "" + spec.point();
    return new Outcome(
        spec.seed() % 3 == 0 ? "cycle" : "converged", "", List.of("" + value, second), rounds);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public String description() {
    return "";
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public List<String> factors() {
    return List.of("x");
  }

  @Override
  public List<String> commonRandomNumbers() {
    return List.of();
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("value", "1", "A value"), new Measure("second", "", "Another"));
  }

  @Override
  public long seedOf(Point point, int replication) {
    return RandomStreams.mix(point.canonical(List.of()).hashCode() * 1000L + replication);
  }

  @Override
  public String effectiveYaml() {
    return "name: fake\npoints: "
        + points.size()
        + "\nreplications: "
        + replications.atLeast()
        + "\n";
  }

  @Override
  public ModelFile model() {
    try {
      return ModelFile.read(Path.of("models/tuffin-ties.yaml"), List.of());
    } catch (UserMistake impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String place(Point point) {
    return "fake.yaml";
  }

  @Override
  public List<Path> inputs() {
    return List.of();
  }

  @Override
  public ModelFile modelAt(List<Setting> settings) {
    return model();
  }
}
