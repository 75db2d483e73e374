package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.model.file.ModelFile;
import org.datamarket.study.Factor;
import org.datamarket.study.Setting;

/**
 * What a design makes points of.
 *
 * @param file the study file
 * @param base the base model
 * @param position where the factors stand
 * @param described each factor as it stands there, in order
 * @param factors each factor, in the same order
 * @param seed of designs that draw
 */
record StudyFactors(
    Path file,
    ModelFile base,
    Position position,
    List<DescribedFactor> described,
    List<Factor> factors,
    long seed) {

  /** A factor as it stands in the study file, if it does. */
  Optional<DescribedFactor> described(String name) {
    return described.stream().filter(factor -> factor.name().equals(name)).findFirst();
  }

  /** How many there are. */
  int count() {
    return factors.size();
  }

  /** Their names, in order. */
  List<String> names() {
    return factors.stream().map(Factor::name).toList();
  }

  /**
   * A level of each factor.
   *
   * @param places a coordinate for each factor
   * @param level what a coordinate stands for
   */
  List<Setting> settings(double[] places, LevelAt level) {
    List<Setting> settings = new ArrayList<>();
    for (int k = 0; k < places.length; k++) {
      settings.add(level.of(factors.get(k), places[k]));
    }
    return settings;
  }

  /** The level of a factor at a coordinate. */
  @FunctionalInterface
  interface LevelAt {
    Setting of(Factor factor, double place);
  }

  /**
   * The size of a design that is not too large.
   *
   * @param design where it stands
   * @throws Mistake if it has too many points
   */
  int allowedSize(Position design, long size) {
    if (size > StudyDesign.MOST_POINTS) {
      throw tooLarge(design, String.valueOf(size));
    }
    return (int) size;
  }

  /** What is wrong with a design of so many points. */
  Mistake tooLarge(Position design, String size) {
    return new Mistake(
        design instanceof Position.Default ? position : design,
        "the design has %s points; expected at most %s".formatted(size, StudyDesign.MOST_POINTS));
  }
}
