package org.datamarket.gui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.type.Type;
import org.datamarket.io.Html;
import sim.util.Interval;

/**
 * Something about a model that a person turns in the Model tab. Its value is a text, read and
 * checked as model files are: the same in every country, all of it or nothing.
 *
 * @param name what it is called beside its field
 * @param meaning what it does, in one or several lines
 * @param form what may be typed or chosen
 * @param value what it is in a model
 * @param change the model with another value, which is of that form
 * @param applies whether a model has it
 * @param changesOthers whether other parameters, or their values, depend on it
 */
record Parameter(
    String name,
    String meaning,
    Form form,
    Function<OpenedModel, String> value,
    Change change,
    Predicate<OpenedModel> applies,
    boolean changesOthers) {

  /** A model with another value. */
  @FunctionalInterface
  interface Change {
    /** The model with the value; refuses what the file does not allow. */
    OpenedModel with(OpenedModel model, String value) throws UserMistake;
  }

  /** What may be typed or chosen. */
  sealed interface Form {}

  /**
   * A number to be typed.
   *
   * @param type how model files write it, and where it must lie
   * @param slider the range of the slider beside it, around a value; empty for none
   */
  record Number(Type<?> type, Function<String, Optional<Interval>> slider) implements Form {}

  /** A value to be chosen from those that a model can have. */
  record Choice(Function<OpenedModel, List<String>> values) implements Form {}

  /** A value that cannot be set, in a sentence about the parameter. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(Words.oneLine(message));
    }
  }

  /** Its meaning, to be shown when the pointer rests on it. */
  String toolTip() {
    return "<html>%s</html>".formatted(Html.escape(meaning).replace("\n", "<br>"));
  }

  /** What it is in a model. */
  String in(OpenedModel model) {
    return value.apply(model);
  }

  /**
   * The model with another value.
   *
   * @param text all that was typed or chosen; spaces around it do not count
   * @throws Refused if it is not of this parameter's form, or the model does not allow it
   */
  OpenedModel set(OpenedModel model, String text) throws Refused {
    String typed = text.strip();
    check(typed);
    try {
      return change.with(model, typed);
    } catch (UserMistake refused) {
      throw new Refused(
          "%s cannot be %s: %s".formatted(name, Words.shortened(typed), reason(model, refused)));
    }
  }

  /** Refuses a text that is not of this parameter's form. */
  void check(String typed) throws Refused {
    if (form instanceof Number number) {
      check(name, number.type(), typed);
    }
  }

  /** Refuses a text that a model file could not have for a value of a type. */
  static void check(String name, Type<?> type, String typed) throws Refused {
    try {
      type.read(name.contains(",") ? name + "," : name, Node.plain(typed));
    } catch (Mistake mistake) {
      throw new Refused(mistake.what() + ".");
    }
  }

  /**
   * Without the place where it stands, if that is the value itself or a file that its user has
   * never seen.
   */
  private static String reason(OpenedModel model, UserMistake refused) {
    Mistake mistake = refused.first();
    boolean seen = !(mistake.position() instanceof Position.InOverride) && !model.isBundled();
    return (seen ? mistake.position() + ": " : "") + mistake.what() + ".";
  }
}
