package org.datamarket.mechanism.file;

import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.kind.Kinds;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.model.format.MechanismFormat;

/**
 * Which mechanisms a market is cleared by.
 *
 * @param names in the order in which mechanisms are shown
 */
public record MechanismChoice(List<String> names) {
  /** Copies the list. */
  public MechanismChoice {
    names = List.copyOf(names);
  }

  /** All of them. */
  public static MechanismChoice all() {
    return new MechanismChoice(MechanismFormat.WHOLE.names());
  }

  /**
   * Some of them.
   *
   * @throws UserMistake if one is no name of a mechanism
   */
  public static MechanismChoice of(List<String> wanted) throws UserMistake {
    List<String> known = all().names();
    for (String name : wanted) {
      if (!known.contains(name)) {
        throw new UserMistake(
            "--mechanisms %s: is no mechanism; expected %s%s"
                .formatted(
                    Words.shortened(name), Words.oneOf(known), Words.didYouMean(name, known)));
      }
    }
    return new MechanismChoice(known.stream().filter(wanted::contains).toList());
  }

  /** Whether a mechanism is among them. */
  boolean has(Mechanism mechanism) {
    return names.contains(Kinds.nameOf(mechanism));
  }
}
