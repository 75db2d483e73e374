package org.datamarket.claims;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import org.datamarket.analysis.claims.State;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.StateFile;
import org.datamarket.output.StateAnswer;

/** States of markets as JSON Lines: what each amounts to, one line per state. */
public final class StateAnswers {
  private StateAnswers() {}

  /**
   * Answers all states of a text, each as it is read.
   *
   * @throws UserMistake if one cannot be read; those before it are answered
   */
  public static void print(InputText text, PrintStream out) throws IOException, UserMistake {
    try (StateFile states = StateFile.open(text.file().toString(), new StringReader(text.text()))) {
      boolean any = false;
      while (states.hasNext() && !out.checkError()) {
        StateFile.Case one = states.next();
        out.println(StateAnswer.line(one.id(), State.beginning(one.model())));
        any = true;
      }
      if (!any) {
        throw new UserMistake(
            "%s: is empty; expected an object with sellers, buyers and bids"
                .formatted(text.file()));
      }
    }
  }
}
