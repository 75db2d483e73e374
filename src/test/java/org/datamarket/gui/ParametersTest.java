package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.Property;
import org.datamarket.model.format.ActivationFormat;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.model.format.ReachFormat;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.model.format.ValuationFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds are named in the format alone: the window offers, explains and shows whatever there is. */
class ParametersTest {
  private static final Path SOURCES = Path.of("src/main/java/org/datamarket/gui");

  static Stream<Arguments> kinded() {
    return Stream.of(
        Arguments.of("Buyers' strategy", StrategyFormat.BUYER_STRATEGIES),
        Arguments.of("Sellers' strategy", StrategyFormat.SELLER_STRATEGIES),
        Arguments.of("Mechanism", MechanismFormat.MECHANISMS),
        Arguments.of("Activation", ActivationFormat.ACTIVATIONS));
  }

  @ParameterizedTest
  @MethodSource("kinded")
  void everyKind_isOfferedAndExplained(String name, KindedType<?> kinds) {
    Parameter parameter = Parameters.named(name);
    OpenedModel model = OpenedModel.quickstart();
    assertThat(((Parameter.Choice) parameter.form()).values().apply(model))
        .containsExactlyElementsOf(kinds.names());
    assertThat(kinds.kinds())
        .allSatisfy(
            kind ->
                assertThat(parameter.meaning().lines())
                    .contains("%s: %s".formatted(kind.name(), kind.description())));
    assertThat(parameter.in(model)).isEqualTo(kinds.usual());
  }

  @Test
  void everyValue_canBeChosen() throws Exception {
    OpenedModel model = OpenedModel.quickstart();
    for (String name :
        List.of("Sellers' strategy", "Mechanism", "Activation", "Order", "Tie rule", "Reach")) {
      Parameter parameter = Parameters.named(name);
      for (String value : ((Parameter.Choice) parameter.form()).values().apply(model)) {
        assertThat(parameter.in(parameter.set(model, value))).isEqualTo(value);
      }
    }
  }

  @Test
  void window_namesNoKindByItself() throws IOException {
    List<String> literals =
        Stream.of(
                StrategyFormat.BUYER_STRATEGIES.names(),
                StrategyFormat.SELLER_STRATEGIES.names(),
                ValuationFormat.VALUATION_KINDS.names(),
                ReachFormat.REACHES.names(),
                ActivationFormat.ACTIVATIONS.names(),
                names(ActivationFormat.ORDER),
                names(Format.TIES))
            .flatMap(List::stream)
            .map("\"%s\""::formatted)
            .toList();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(50);
      for (Path source : sources) {
        assertThat(Files.readString(source)).as(source.toString()).doesNotContain(literals);
      }
    }
  }

  private static List<String> names(Property<?> key) {
    return ((ChoiceType<?>) key.type()).names();
  }
}
