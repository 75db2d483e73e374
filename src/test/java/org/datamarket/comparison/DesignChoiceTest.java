package org.datamarket.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.PlayedDesign;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mechanisms are compared, and what is said of those that are none. */
class DesignChoiceTest {
  private static MarketModel model(String name, String... overrides) throws UserMistake {
    return ModelFile.read(Path.of("models", name + ".yaml"), List.of(overrides)).draw();
  }

  @Test
  void names_inTheirOrder_againstOptOutOrTheFirst() throws UserMistake {
    DesignChoice choice = DesignChoice.of("waterfill, few,opt-out");
    assertThat(choice.names()).containsExactly("waterfill", "few", "opt-out");
    assertThat(choice.baseDesign().design()).isEqualTo(PlayedDesign.OPT_OUT);
    assertThat(choice.against("few").baseDesign().name()).isEqualTo("few");
    assertThat(DesignChoice.of("tuffin,few").baseDesign().name()).isEqualTo("tuffin");
    assertThat(DesignChoice.of("{kind: opt-out}").names()).containsExactly("opt-out");
  }

  /** Parameters are in the name where they are not the defaults. */
  @Test
  void names_haveParameters() throws UserMistake {
    assertThat(
            DesignChoice.of(
                    "multi-bid,{kind: multi-bid, bids: 32},{kind: uniform-price, k: 1.0},"
                        + "{kind: isp-split, shade: 0.5}")
                .names())
        .containsExactly("multi-bid", "multi-bid bids=32", "uniform-price k=1.0", "isp-split");
    assertThatThrownBy(() -> DesignChoice.of("multi-bid,{kind: multi-bid, bids: 8}"))
        .hasMessageContaining("multi-bid is there twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "few,waterfil | the kind of mechanism is waterfil; expected auctions, opt-out, |"
            + "; did you mean \"waterfill\"?",
        "few,few | few is there twice; expected it once | once",
        "few,{kind: few} | few is there twice; expected it once | once",
        "{kind: few, bids: 3} | unknown key \"bids\" | ",
        "few,[few] | mechanism is a list; expected auctions, | opt-out",
        "few] | not valid YAML |",
        "{kind: few | not valid YAML |",
        "few,'' | the kind of mechanism is |",
      })
  void mistakes(String text, String begins, String ends) {
    assertThatThrownBy(() -> DesignChoice.of(text))
        .isInstanceOf(UserMistake.class)
        .hasMessageStartingWith("--mechanisms %s: %s".formatted(text, begins))
        .hasMessageContaining(ends == null ? "" : ends);
  }

  @Test
  void nothing_isNoMechanism() {
    assertThatThrownBy(() -> DesignChoice.of(" "))
        .hasMessageStartingWith("--mechanisms : no mechanism; expected auctions, opt-out, ");
  }

  @Test
  void base_isOneOfThem() throws UserMistake {
    DesignChoice choice = DesignChoice.of("few,waterfill");
    assertThatThrownBy(() -> choice.against("waterfil"))
        .hasMessage(
            "--base waterfil: is not compared; expected few or waterfill; did you mean"
                + " \"waterfill\"?");
  }

  /** Opt-out buyers and fixed reserves throughout: the model's own auctions are opt-out's. */
  @Test
  void usual_withoutWhatIsTheSame() throws UserMistake {
    assertThat(DesignChoice.usual(model("quickstart", "sellers.strategy=fixed")).names())
        .contains("opt-out", "waterfill", "tuffin")
        .doesNotContain("auctions");
    assertThat(
            DesignChoice.of(
                    "opt-out,isp-split,isp-volume,isp-common,vcg,quantized,quantized-unique")
                .designs()
                .stream()
                .filter(NamedDesign::isReconstruction)
                .map(NamedDesign::name))
        .containsExactly("isp-split", "isp-volume", "isp-common", "quantized-unique");
    assertThat(DesignChoice.usual(model("lazar-semret")).names())
        .contains("auctions", "opt-out", "lazar-semret");
  }

  @Test
  void usual_withoutTheIspWhereThereIsNone_orAPlanPerBuyerForMany() throws UserMistake {
    DesignChoice plain = DesignChoice.usual(model("two-sellers"));
    assertThat(plain.names()).contains("vcg", "multi-bid").doesNotContain("isp-split");
    assertThat(plain.remarks())
        .containsExactly(
            "without isp-split, isp-volume and isp-common: there is no ISP; named in --mechanisms"
                + " all are compared");
    DesignChoice many = DesignChoice.usual(model("hong-kong", "users.count=1500"));
    assertThat(many.names()).contains("isp-split").doesNotContain("vcg", "multi-bid");
    assertThat(many.remarks()).hasSize(1);
    assertThat(many.remarks().get(0)).startsWith("without vcg and multi-bid: a plan per buyer");
  }
}
