package org.datamarket.study;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.model.ModelFile;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Position;

/**
 * Which part of a study sets which values of the model. Parts come one after another, and a later
 * one may set a part of what an earlier one has set, as {@code buyers.strategy.shortfall} after
 * {@code buyers.strategy}. But what sets the same value again, or takes the place of what it is a
 * part of, would leave the earlier one without effect, and its column of the tables would lie.
 */
final class Claims {
  private final ModelFile model;
  private final List<Claim> earlier = new ArrayList<>();

  /**
   * @param model where paths lead
   */
  Claims(ModelFile model) {
    this.model = model;
  }

  private record Claim(
      String owner, String level, String path, Position position, List<List<String>> places) {
    boolean isAlternativeTo(Claim other) {
      return owner.equals(other.owner) && !level.equals(other.level);
    }
  }

  /**
   * Takes note of one that comes after all others.
   *
   * @param owner a factor, or another part of the study
   * @param level of the factor: only one of its levels counts at a time
   * @param path into the model
   * @param position where it stands
   * @throws Mistake if an earlier one would be without effect
   */
  void add(String owner, String level, String path, Position position) {
    Claim claim = new Claim(owner, level, path, position, model.places(path));
    for (Claim other : earlier) {
      if (!claim.isAlternativeTo(other)) {
        check(other, claim);
      }
    }
    earlier.add(claim);
  }

  private static void check(Claim early, Claim late) {
    for (List<String> one : early.places()) {
      for (List<String> other : late.places()) {
        if (one.equals(other)) {
          throw again(early, late);
        }
        if (one.size() > other.size() && one.subList(0, other.size()).equals(other)) {
          throw new Mistake(
              late.position(),
              late.path()
                  + " takes the place of "
                  + early.path()
                  + ", which "
                  + early.position()
                  + " sets; expected it before that");
        }
      }
    }
  }

  private static Mistake again(Claim early, Claim late) {
    if (early.position() instanceof Position.InOverride) {
      return new Mistake(
          early.position(),
          early.path()
              + " is set by a factor of the study, at "
              + late.position()
              + "; expected an override of its levels, such as factors."
              + late.owner()
              + "=[…]");
    }
    String same = late.path().equals(early.path()) ? late.path() : "what " + late.path() + " sets";
    return new Mistake(
        late.position(), same + " is set already, at " + early.position() + "; expected it once");
  }
}
