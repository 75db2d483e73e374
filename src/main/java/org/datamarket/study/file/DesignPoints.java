package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Position;
import org.datamarket.document.type.Property;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.Factor;
import org.datamarket.study.Point;
import org.datamarket.study.Setting;
import org.datamarket.study.design.FullGrid;
import org.datamarket.study.design.LatinHypercube;
import org.datamarket.study.design.LevelDesign;
import org.datamarket.study.design.OneAtATime;
import org.datamarket.study.design.RandomDesign;
import org.datamarket.study.design.SobolSequence;
import org.datamarket.study.design.UnitDesign;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.sensitivity.SensitivityDesign;

/** The points of a study whose design says how its factors vary together. */
final class DesignPoints {
  private final List<Factor> factors;
  private final Node.Mapping described;
  private final long seed;

  /**
   * @param factors in order
   * @param described where they stand in the study, for messages
   * @param seed of designs that draw
   */
  DesignPoints(List<Factor> factors, Node.Mapping described, long seed) {
    this.factors = factors;
    this.described = described;
    this.seed = seed;
  }

  /**
   * The points of a design, in its order.
   *
   * @throws Mistake if the factors do not suit it, or there would be too many
   */
  List<Point> of(Node.Mapping design) {
    return switch (design.text("kind")) {
      case "grid" -> combinations(design, FullGrid::new);
      case "one-at-a-time" -> combinations(design, OneAtATime::new);
      case "random" -> spread(design, new RandomDesign());
      case "latin-hypercube" -> spread(design, new LatinHypercube());
      case "morris", "saltelli" -> sensitivity(design);
      case "sobol" -> spread(design, new SobolSequence());
      default -> throw new IllegalStateException("unchecked design " + design.text("kind"));
    };
  }

  private List<Point> combinations(
      Node.Mapping kind, Function<List<Integer>, LevelDesign> designs) {
    List<List<Setting>> levels = new ArrayList<>();
    for (Node.Entry entry : described.entries()) {
      levels.add(factors.get(levels.size()).levels());
      if (levels.get(levels.size() - 1).isEmpty()) {
        throw new Mistake(
            entry.keyPosition(),
            entry.key()
                + " has no levels for a "
                + kind.text("kind")
                + " design; expected a list, or a range with a count");
      }
    }
    LevelDesign design = tooLargeIsAMistake(() -> designs.apply(sizes(levels)), kind);
    if (design.size() > StudyFormat.MOST_POINTS) {
      throw tooLarge(kind, String.valueOf(design.size()));
    }
    List<Point> all = new ArrayList<>();
    for (int place = 0; place < design.size(); place++) {
      int[] chosen = design.point(place);
      List<Setting> settings = new ArrayList<>();
      for (int k = 0; k < chosen.length; k++) {
        settings.add(levels.get(k).get(chosen[k]));
      }
      all.add(new Point(place + 1, settings));
    }
    return List.copyOf(all);
  }

  private static List<Integer> sizes(List<List<Setting>> levels) {
    return levels.stream().map(List::size).toList();
  }

  private LevelDesign tooLargeIsAMistake(
      Supplier<LevelDesign> design, Node.Mapping kind) {
    try {
      return design.get();
    } catch (IllegalArgumentException tooMany) {
      throw tooLarge(kind, "more than 2^63");
    }
  }

  private Mistake tooLarge(Node.Mapping kind, String size) {
    boolean named = !(kind.position() instanceof Position.Default);
    return new Mistake(
        named ? kind.position() : described.position(),
        "the design has " + size + " points; expected at most " + StudyFormat.MOST_POINTS);
  }

  private List<Point> spread(Node.Mapping kind, UnitDesign design) {
    int most =
        design instanceof SobolSequence ? SobolSequence.MOST_DIMENSIONS : Integer.MAX_VALUE;
    if (factors.isEmpty() || factors.size() > most) {
      throw new Mistake(
          kind.position(),
          "a "
              + kind.text("kind")
              + " design of "
              + factors.size()
              + " factors; expected one factor or more"
              + (factors.isEmpty() ? "" : ", but at most " + most));
    }
    int count = count(kind, StudyFormat.POINTS);
    double[][] places = design.points(count, factors.size(), new RandomStreams(seed));
    List<Point> all = new ArrayList<>();
    for (double[] place : places) {
      List<Setting> settings = new ArrayList<>();
      for (int k = 0; k < place.length; k++) {
        settings.add(factors.get(k).at(place[k]));
      }
      all.add(new Point(all.size() + 1, settings));
    }
    return List.copyOf(all);
  }

  private List<Point> sensitivity(Node.Mapping kind) {
    SensitivityMethod method = SensitivityMethod.ofKind(kind.text("kind"));
    if (factors.size() < SensitivityMethod.LEAST_FACTORS
        || factors.size() > SensitivityMethod.MOST_FACTORS) {
      throw new Mistake(
          kind.position(),
          "a "
              + method.kind()
              + " design of "
              + factors.size()
              + (factors.size() == 1 ? " factor" : " factors")
              + "; expected "
              + SensitivityMethod.LEAST_FACTORS
              + " to "
              + SensitivityMethod.MOST_FACTORS);
    }
    int samples = count(kind, StudyFormat.SAMPLES);
    long size = SensitivityMethod.points(method, samples, factors.size());
    if (size > StudyFormat.MOST_POINTS) {
      throw tooLarge(kind, String.valueOf(size));
    }
    SensitivityDesign design = method.design(samples, factors.size(), seed);
    List<Point> all = new ArrayList<>();
    for (int place = 0; place < design.size(); place++) {
      double[] at = design.point(place);
      List<Setting> settings = new ArrayList<>();
      for (int k = 0; k < at.length; k++) {
        settings.add(method.setting(factors.get(k), at[k]));
      }
      all.add(new Point(place + 1, settings));
    }
    return List.copyOf(all);
  }

  private static int count(Node.Mapping kind, Property<?> property) {
    return Numbers.whole(property.key(), kind.get(property.key()), "a whole number")
        .intValueExact();
  }
}
