package org.datamarket.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final String ODD = "a,\"b\" \\ \n\r\t\u2028 é 🎲 {} \u0000";

  @Test
  void runs_travelAsOneLine() {
    RunSpec spec =
        new RunSpec(
            7,
            3,
            Long.MIN_VALUE,
            List.of(new Setting(ODD, ODD, List.of(ODD, "a=b")), new Setting("y", "", List.of())));
    String line = Codec.encode(spec);
    assertThat(line).doesNotContain("\n", "\r");
    assertThat(Codec.runSpec(line)).isEqualTo(spec);
    assertThat(Codec.encode(Codec.runSpec(line))).isEqualTo(line);
  }

  @Test
  void outcomes_travelAsOneLine() {
    Outcome outcome =
        new Outcome(
            "error",
            ODD,
            List.of("", "0.1", "Infinity", "-1.0E-300"),
            List.of(List.of("1", ""), List.of()));
    String line = Codec.encode(outcome);
    assertThat(line).doesNotContain("\n", "\r");
    assertThat(Codec.outcome(line)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[1]",
        "{\"status\":\"a\"",
        "{\"status\":\"a\",\"status\":\"b\"}"
      })
  void otherLines_areRefused(String line) {
    assertThatThrownBy(() -> Codec.outcome(line)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Codec.runSpec(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
