package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.model.file.ModelFile;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Ranking;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.SellerStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the user's own, named in a model file. */
class OwnClassTest {
  @TempDir private Path folder;

  /** A valuation as a record: its components are named like the parameters. */
  public record Steps(double demand, double firstValue) implements Valuation {
    /** Refuses a value above 100, to be seen in a message. */
    public Steps {
      if (firstValue > 100) {
        throw new IllegalArgumentException("firstValue must be at most 100");
      }
    }

    @Override
    public double value(double z) {
      return firstValue * Math.min(z, demand);
    }

    @Override
    public double marginal(double z) {
      return z > demand ? 0 : firstValue;
    }
  }

  /** A strategy that takes its numbers as a map. */
  public static final class Patient implements BuyerStrategy {
    private static final long serialVersionUID = 1;

    /** How long it waits. */
    final double rounds;

    /** From the numbers of the file. */
    public Patient(Map<String, Double> numbers) {
      rounds = numbers.get("rounds");
    }

    @Override
    public Reply reply(BuyerTerms terms, BuyerView view) {
      return Reply.none(Reply.Outcome.NOTHING_LEFT, Ranking.empty(), 0);
    }
  }

  /** A strategy without numbers. */
  public static final class Doubling implements SellerStrategy {
    private static final long serialVersionUID = 1;

    @Override
    public double nextReserve(Auction auction) {
      return 2 * auction.reserve();
    }
  }

  private String yaml(String firstValue) {
    return """
    format: 1
    buyers:
      count: 3
      demand: 2
      valuation: {class: "org.datamarket.model.OwnClassTest$Steps", first-value: %s}
      strategy: {class: "org.datamarket.model.OwnClassTest$Patient", rounds: 3}
    sellers:
      count: 1
      strategy: {class: "org.datamarket.model.OwnClassTest$Doubling"}
    """
        .formatted(firstValue);
  }

  @Test
  void ownClasses_areMadeFromTheirNumbers() throws Exception {
    ModelFile model = Drawn.model(folder, yaml("{uniform: {min: 5, max: 6}}"));
    MarketModel drawn = model.draw();
    assertThat(drawn.buyers().get(0).valuation())
        .isInstanceOfSatisfying(
            Steps.class,
            steps -> {
              assertThat(steps.demand()).isEqualTo(2);
              assertThat(steps.firstValue()).isBetween(5.0, 6.0);
            });
    assertThat(drawn.buyers().get(0).strategy())
        .isInstanceOfSatisfying(Patient.class, patient -> assertThat(patient.rounds).isEqualTo(3));
    assertThat(drawn.sellers().get(0).strategy()).isInstanceOf(Doubling.class);
    assertThat(Drawn.again(folder.resolve("again"), model).draw().buyers().get(2).valuation())
        .isEqualTo(drawn.buyers().get(2).valuation());
  }

  @Test
  void refusedNumber_isReportedWhereTheClassIsNamed() throws Exception {
    assertThat(Drawn.mistake(folder, yaml("101")))
        .isEqualTo(
            "test-model.yaml:5:22: class org.datamarket.model.OwnClassTest$Steps refuses"
                + " {demand=1.0, first-value=101.0}: firstValue must be at most 100");
  }

  @Test
  void wrongNumbers_areReported() throws Exception {
    assertThat(Drawn.mistake(folder, yaml("5, second-value: 4")))
        .isEqualTo(
            "test-model.yaml:5:22: class org.datamarket.model.OwnClassTest$Steps is a record of"
                + " [demand, first-value]; the file gives [demand, first-value, second-value]");
    assertThat(Drawn.mistake(folder, yaml("5").replace("Doubling\"", "Doubling\", factor: 3")))
        .isEqualTo(
            "test-model.yaml:9:21: class org.datamarket.model.OwnClassTest$Doubling has no public"
                + " constructor that takes a Map of the numbers [factor]");
  }
}
