package org.datamarket.mechanism.file;

import java.util.List;
import java.util.Map;
import org.datamarket.document.Node;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.Property;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.mechanism.Population;
import org.datamarket.model.format.MechanismFormat;

/**
 * A market to be cleared once by every mechanism.
 *
 * @param population who is there
 * @param parameters those of the mechanisms
 */
public record MarketCase(Population population, Parameters parameters) implements Question {

  /**
   * Parameters of mechanisms.
   *
   * @param k of competitive prices, in [0, 1]
   * @param bids M, how many bids a buyer sends, at least 1
   * @param shade φ, in [0, 1]
   */
  public record Parameters(double k, int bids, double shade) {
    /** What holds where nothing is said. */
    public static final Parameters DEFAULT = new Parameters(0.5, 8, 0.5);

    /** Every mechanism that clears a market once, with these parameters. */
    public List<Mechanism> mechanisms() {
      Map<String, String> values =
          Map.of(
              "k", String.valueOf(k), "bids", String.valueOf(bids), "shade", String.valueOf(shade));
      return MechanismFormat.WHOLE.kinds().stream().map(kind -> with(kind, values)).toList();
    }

    private static Mechanism with(KindType<? extends Mechanism> kind, Map<String, String> values) {
      Node.Mapping said = new Node.Mapping(Node.plain("").position(), List.of());
      said = said.with("kind", Node.plain(kind.name()));
      for (Property<?> parameter : kind.parameters().properties()) {
        said = said.with(parameter.key(), Node.plain(values.get(parameter.key())));
      }
      return MechanismFormat.WHOLE.read("the mechanism", said).value();
    }
  }

  /** Every mechanism, with the parameters of this market. */
  public List<Mechanism> mechanisms() {
    return parameters.mechanisms();
  }

  @Override
  public Map<String, Object> answer(MechanismChoice chosen) {
    return Map.of("results", MechanismAnswer.of(this, chosen));
  }
}
