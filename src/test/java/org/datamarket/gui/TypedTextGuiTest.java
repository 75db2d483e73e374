package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.JTextField;
import org.datamarket.gui.widget.SwingParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sim.util.gui.PropertyField;

/**
 * What is typed is one number, all of it, in the form of model files, whatever the country; or it
 * is refused.
 */
class TypedTextGuiTest {
  private static final List<String> NO_NUMBERS =
      List.of(
          "abc",
          "0,2",
          "0.25 dollars",
          "1 000",
          "1.000,5",
          "1_000",
          "0x10",
          "NaN",
          "Infinity",
          "1e400",
          "1e-400",
          "--1",
          "1d",
          "0.3f",
          "٣",
          "1/3",
          "",
          "~",
          "[1]",
          "{a: 1}",
          "0.3 # three",
          "\"0.3\"",
          "1\t2",
          "½",
          "010");
  private static final List<String> NUMBERS_TO_TYPE =
      List.of(
          "ε, the bid fee",
          "Buyers",
          "Sellers",
          "Supply / demand",
          "Sellers seen",
          "Round limit",
          "Seed");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void goHome() {
    Locale.setDefault(before);
  }

  private static String value(GuiSession session, String parameter) {
    return Parameters.named(parameter).in(session.gui.opened().orElseThrow());
  }

  private static void assertPlain(String error) {
    assertThat(error)
        .startsWith("That cannot be set: ")
        .doesNotContain("--set", "\n", "/tmp", "Exception", "quickstart.yaml")
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "fr-FR"})
  void numbers_areThoseOfModelFiles(String country) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(country));
    try (GuiSession session = GuiSession.of(OpenedModel.quickstart(List.of()))) {
      for (String typed : List.of("1e-3", "0.1", ".5", "2", "1.0E+1", " 0.7 ")) {
        session.type("ε, the bid fee", typed);
        assertThat(Double.parseDouble(value(session, "ε, the bid fee")))
            .isEqualTo(Double.parseDouble(typed));
        assertThat(session.field("ε, the bid fee").getValue())
            .isEqualTo(value(session, "ε, the bid fee"));
      }
      session.slide("ε, the bid fee", 250);
      assertThat(value(session, "ε, the bid fee")).isEqualTo("0.5");
      session.slide("Buyers", 33);
      assertThat(value(session, "Buyers")).isEqualTo("33");
      assertThat(session.errors).isEmpty();
      session.step(1);
      assertThat(session.gui.market().model().epsilon()).isEqualTo(0.5);
      assertThat(session.gui.market().model().buyers()).hasSize(33);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR"})
  void whatIsNoNumber_isRefusedInPlainWords_andForgotten(String country) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(country));
    try (GuiSession session = GuiSession.of(OpenedModel.quickstart(List.of()))) {
      for (String parameter : NUMBERS_TO_TYPE) {
        String was = value(session, parameter);
        for (String typed : NO_NUMBERS) {
          session.errors.clear();
          session.type(parameter, typed);
          assertThat(session.errors)
              .as(parameter + ": " + typed)
              .hasSize(1)
              .allSatisfy(TypedTextGuiTest::assertPlain);
          assertThat(session.errors.get(0)).contains(parameter, "expected");
          assertThat(value(session, parameter)).isEqualTo(was);
          assertThat(session.field(parameter).getValue()).isEqualTo(was);
        }
      }
      assertThat(session.gui.opened().orElseThrow().overrides()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Buyers|2.7|Buyers is 2.7 (not written as a whole number); expected a whole number from 0"
            + " to ",
        "Buyers|-1|Buyers is -1; expected a whole number from 0 to ",
        "Buyers|1e9|Buyers is 1e9 (not written as a whole number)",
        "Sellers seen|0|Sellers seen is 0; expected a whole number from 1 to ",
        "Round limit|99999999999999999999|Round limit is 99999999999999999999; expected",
        "ε, the bid fee|-1|ε, the bid fee, is -1; expected a number of at least 0",
        "Supply / demand|1e40|Supply / demand is 1e40 (a number is 0, or from 1e-30 to 1e30 in"
            + " size); expected a number of at least 0",
        "Seed|9223372036854775808|Seed is 9223372036854775808; expected a whole number from -92"
      })
  void refusal_speaksOfTheParameter(String parameter, String typed, String reason)
      throws Exception {
    try (GuiSession session = GuiSession.of(OpenedModel.quickstart(List.of()))) {
      session.type(parameter, typed);
      assertThat(session.errors)
          .singleElement()
          .asString()
          .startsWith("That cannot be set: " + reason);
      assertPlain(session.errors.get(0));
    }
  }

  @Test
  void whatTheModelDoesNotAllow_isRefusedInPlainWords() throws Exception {
    try (GuiSession session = GuiSession.of(OpenedModel.quickstart(List.of()))) {
      session.choose("Buyers' strategy", "truthful-single");
      assertThat(session.errors)
          .singleElement()
          .asString()
          .startsWith("That cannot be set: Buyers' strategy cannot be truthful-single: ");
      assertPlain(session.errors.get(0));
      session.errors.clear();
      session.type("Sellers", "3");
      session.type("Sellers seen", "4000");
      session.errors.forEach(TypedTextGuiTest::assertPlain);
    }
  }

  @Test
  void everyChoice_isTakenOrRefusedInPlainWords() throws Exception {
    for (Parameter parameter : Parameters.ALL) {
      if (parameter.form() instanceof Parameter.Choice choice) {
        OpenedModel model = OpenedModel.quickstart(List.of());
        for (String value : choice.values().apply(model)) {
          try {
            assertThat(parameter.in(parameter.set(model, value))).isEqualTo(value);
          } catch (Parameter.Refused refused) {
            assertThat(refused.getMessage())
                .contains(parameter.name(), value)
                .doesNotContain("--set", "/tmp");
          }
        }
      }
    }
  }

  @Test
  void fieldsOfTheConsole_takeNumbersOrNothing() throws Exception {
    Locale.setDefault(Locale.GERMANY);
    try (GuiSession session = GuiSession.of("quickstart")) {
      List<String> labels =
          List.of(
              "Automatically Stop at Step",
              "Automatically Stop after Time",
              "Automatically Pause at Step",
              "Automatically Pause After Time",
              "Random Number Seed");
      for (String label : labels) {
        PropertyField field =
            SwingParts.fieldBeside(session.console.getTabPane(), label).orElseThrow();
        type(field, "40");
        assertThat(field.getValue()).startsWith("40");
        String was = field.getValue();
        for (String typed : List.of("4o", "abc", "1e400", "0,5", "40 rounds", "-1 0", "12d")) {
          session.errors.clear();
          type(field, typed);
          assertThat(session.errors)
              .as(label + ": " + typed)
              .hasSize(1)
              .allSatisfy(TypedTextGuiTest::assertPlain);
          assertThat(session.errors.get(0)).contains(label.startsWith("Random") ? "Seed" : label);
          assertThat(field.getValue()).isEqualTo(was);
          assertThat(field.getField().getText()).isEqualTo(was);
        }
      }
      assertThat(session.console.getWhenShouldEnd()).isEqualTo(40);
      assertThat(session.console.getWhenShouldPauseTime()).isEqualTo(40);
      assertThat(session.gui.seed()).isEqualTo(40);
      for (String label : labels.subList(0, 4)) {
        type(SwingParts.fieldBeside(session.console.getTabPane(), label).orElseThrow(), "");
      }
      assertThat(session.console.getWhenShouldEnd()).isEqualTo(Long.MAX_VALUE);
    }
  }

  private static void type(PropertyField field, String typed) throws Exception {
    onEdt(
        () -> {
          JTextField text = field.getField();
          text.setText(typed);
          for (int key : new int[] {KeyEvent.VK_A, KeyEvent.VK_ENTER}) {
            KeyEvent event =
                new KeyEvent(
                    text,
                    KeyEvent.KEY_PRESSED,
                    System.currentTimeMillis(),
                    0,
                    key,
                    KeyEvent.CHAR_UNDEFINED);
            for (var listener : text.getKeyListeners()) {
              listener.keyPressed(event);
            }
          }
        });
    settle();
  }
}
