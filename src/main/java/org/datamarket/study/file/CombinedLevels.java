package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.study.Setting;
import org.datamarket.study.design.LevelDesign;

/**
 * Points that combine the levels of the factors.
 *
 * @param kind what the design is called
 * @param position where it stands
 * @param design of factors with so many levels each
 */
record CombinedLevels(String kind, Position position, Function<List<Integer>, LevelDesign> design)
    implements StudyDesign {

  @Override
  public StudyPoints points(StudyFactors of) {
    List<List<Setting>> levels = new ArrayList<>();
    for (DescribedFactor factor : of.described()) {
      levels.add(of.factors().get(levels.size()).levels());
      if (levels.get(levels.size() - 1).isEmpty()) {
        throw new Mistake(
            factor.position(),
            "%s has no levels for a %s design; expected a list, or a range with a count"
                .formatted(factor.name(), kind));
      }
    }
    LevelDesign combined = combined(of, levels.stream().map(List::size).toList());
    int size = of.allowedSize(position, combined.size());
    return StudyPoints.of(
        of.names(),
        size,
        place -> {
          int[] chosen = combined.point(place);
          List<Setting> settings = new ArrayList<>();
          for (int k = 0; k < chosen.length; k++) {
            settings.add(levels.get(k).get(chosen[k]));
          }
          return settings;
        });
  }

  private LevelDesign combined(StudyFactors of, List<Integer> sizes) {
    try {
      return design.apply(sizes);
    } catch (IllegalArgumentException tooMany) {
      throw of.tooLarge(position, "more than 2^63");
    }
  }
}
