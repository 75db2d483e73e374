package org.datamarket.gui;

import static org.datamarket.gui.ModelParts.countPath;
import static org.datamarket.gui.ModelParts.kinds;
import static org.datamarket.gui.ModelParts.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.datamarket.document.UserMistake;
import org.datamarket.document.type.ChoiceType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Type;
import org.datamarket.document.type.WholeType;
import org.datamarket.kind.Kinds;
import org.datamarket.model.Activation;
import org.datamarket.model.Limits;
import org.datamarket.model.format.ActivationFormat;
import org.datamarket.model.format.BuyerFormat;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.model.format.ReachFormat;
import org.datamarket.model.format.SellerFormat;
import org.datamarket.model.format.StrategyFormat;
import sim.util.Interval;

/**
 * What a person turns in the Model tab. Every change reads the model file again with one more value
 * set over it, and takes effect at the next start.
 */
final class Parameters {
  private static final String NEXT_START = "From the next start.";
  private static final String OTHERS =
      "Only the first regards the strategies that stand here: the others play their own, or clear"
          + " the market once, whatever the strategies, initial bids, activation and ties.\n";
  private static final String USUAL_SELLERS_SEEN = "12";
  private static final String SELLERS = "sellers";
  private static final String SEVERAL = "several";
  private static final Predicate<OpenedModel> ALWAYS = model -> true;

  /** The seed, all 64 bits. */
  static final Parameter SEED =
      new Parameter(
          "Seed",
          meaning(Format.SEED),
          new Parameter.Number(Format.SEED.type(), value -> Optional.empty()),
          model -> Long.toString(model.seed()),
          (model, value) -> model.withSeed(Long.parseLong(value)),
          ALWAYS,
          true);

  /** All of them, in the order in which they are shown. */
  static final List<Parameter> ALL =
      List.of(
          number("ε, the bid fee", Format.EPSILON, Parameters::twice),
          SEED,
          count(
              "Buyers",
              "How many buyers are drawn; those there were stay the same. From the next start.",
              "buyers",
              BuyerFormat.BUYER_COUNT),
          count(
              "Sellers",
              "How many sellers are drawn; those there were stay the same. From the next start.",
              "sellers",
              SellerFormat.SELLER_COUNT),
          count(
              "Users",
              "How many users are drawn, each of whom buys or sells. From the next start.",
              "users",
              BuyerFormat.BUYER_COUNT),
          supplyDemandRatio(),
          choice(
              "Buyers' strategy",
              meaning(StrategyFormat.STRATEGY, StrategyFormat.BUYER_STRATEGIES),
              Parameters::buyerStrategy,
              StrategyFormat.BUYER_STRATEGIES.names(),
              (model, kind) ->
                  with(model, kind, strategyPaths(model, "strategy", "buyers", "users")),
              ALWAYS,
              false),
          choice(
              "Sellers' strategy",
              meaning(StrategyFormat.SELLER_STRATEGY, StrategyFormat.SELLER_STRATEGIES),
              Parameters::sellerStrategy,
              StrategyFormat.SELLER_STRATEGIES.names(),
              Parameters::withSellerStrategy,
              ALWAYS,
              false),
          choice(
              "Mechanism",
              meaning(MechanismFormat.MECHANISM, MechanismFormat.MECHANISMS, OTHERS),
              Parameters::mechanism,
              MechanismFormat.MECHANISMS.names(),
              (model, kind) -> model.with(MechanismFormat.MECHANISM.key(), kind),
              ALWAYS,
              true),
          choice(
              "Activation",
              meaning(ActivationFormat.ACTIVATION, ActivationFormat.ACTIVATIONS),
              Parameters::activation,
              ActivationFormat.ACTIVATIONS.names(),
              (model, kind) -> model.with(ActivationFormat.ACTIVATION.key(), kind),
              ALWAYS,
              true),
          choice("Order", ActivationFormat.ORDER, Parameters::isSequential),
          choice("Tie rule", Format.TIES, ALWAYS),
          choice(
              "Reach",
              "Which sellers each buyer can see. From the next start.",
              Parameters::reach,
              ReachFormat.DRAWN,
              Parameters::withReach,
              ALWAYS,
              true),
          new Parameter(
              "Sellers seen",
              "How many sellers each buyer can see. From the next start.",
              new Parameter.Number(
                  new WholeType(1, Limits.MOST_SELLERS),
                  value -> Optional.of(new Interval(1L, Math.max(40L, 2 * Long.parseLong(value))))),
              model -> text(model, USUAL_SELLERS_SEEN, "reach", "sellers"),
              (model, value) -> model.with("reach.sellers", value),
              model -> model.at("reach", "sellers").isPresent(),
              false),
          number("Round limit", Format.ROUND_LIMIT, value -> Optional.empty()));

  private Parameters() {}

  /** The parameter with a name. */
  static Parameter named(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** What a key means, in the words of the format. */
  private static String meaning(Property<?> key) {
    return "%s %s".formatted(key.description(), NEXT_START);
  }

  /** What a key means, and each of the kinds that it may have, in lines. */
  private static String meaning(Property<?> key, KindedType<?> kinds) {
    return meaning(key, kinds, "");
  }

  private static String meaning(Property<?> key, KindedType<?> kinds, String remark) {
    String each =
        kinds.kinds().stream()
            .map(kind -> "%s: %s\n".formatted(kind.name(), kind.description()))
            .collect(Collectors.joining());
    return "%s\n%s%s%s".formatted(key.description(), each, remark, NEXT_START);
  }

  private static Parameter number(
      String name, Property<?> key, Function<String, Optional<Interval>> slider) {
    return new Parameter(
        name,
        meaning(key),
        new Parameter.Number(key.type(), slider),
        model -> valueOf(model, key),
        (model, value) -> model.with(key.key(), value),
        ALWAYS,
        false);
  }

  /** What a model has for a key, or what holds without it. */
  private static String valueOf(OpenedModel model, Property<?> key) {
    return text(model, key.defaultInWords(), key.key());
  }

  private static Optional<Interval> twice(String value) {
    return Optional.of(new Interval(0.0, Math.max(2, 2 * Math.ceil(Double.parseDouble(value)))));
  }

  private static Parameter count(String name, String meaning, String group, Property<?> key) {
    return new Parameter(
        name,
        meaning,
        new Parameter.Number(key.type(), Parameters::upToTwice),
        model -> ModelParts.count(model, group),
        (model, value) -> model.with(countPath(model, group).orElseThrow(), value),
        model -> countPath(model, group).isPresent(),
        false);
  }

  private static Optional<Interval> upToTwice(String count) {
    long most = 50;
    while (most < 2 * Long.parseLong(count)) {
      most *= 2;
    }
    return Optional.of(new Interval(1L, most));
  }

  private static Parameter supplyDemandRatio() {
    String key = Format.SUPPLY_DEMAND_RATIO.key();
    Type<?> type = NumberType.of("1", Range.notNegative());
    return new Parameter(
        "Supply / demand",
        "Scales the sellers' quantities to this share of the demand; 0: as the file says. From the"
            + " next start.",
        new Parameter.Number(type, Parameters::twice),
        model -> text(model, "0", key),
        (model, value) ->
            Double.parseDouble(value) > 0 ? model.with(key, value) : model.without(key),
        ALWAYS,
        false);
  }

  /** A choice of the values of a key. */
  private static Parameter choice(String name, Property<?> key, Predicate<OpenedModel> applies) {
    return choice(
        name,
        meaning(key),
        model -> valueOf(model, key),
        ((ChoiceType<?>) key.type()).names(),
        (model, value) -> model.with(key.key(), value),
        applies,
        false);
  }

  /** A choice of the usual values, and of what the model has if it is none of them. */
  private static Parameter choice(
      String name,
      String meaning,
      Function<OpenedModel, String> value,
      List<String> usual,
      Parameter.Change change,
      Predicate<OpenedModel> applies,
      boolean changesOthers) {
    return new Parameter(
        name,
        meaning,
        new Parameter.Choice(model -> withUnusual(value.apply(model), usual)),
        value,
        (model, chosen) -> chosen.equals(value.apply(model)) ? model : change.with(model, chosen),
        applies,
        changesOthers);
  }

  private static List<String> withUnusual(String current, List<String> usual) {
    List<String> values = new ArrayList<>(usual);
    if (!values.contains(current)) {
      values.add(0, current);
    }
    return values;
  }

  private static String buyerStrategy(OpenedModel model) {
    return theOne(kinds(model, "strategy", "buyers", "users"));
  }

  private static String sellerStrategy(OpenedModel model) {
    Set<String> all = new LinkedHashSet<>(kinds(model, "strategy", "sellers"));
    all.addAll(kinds(model, "seller-strategy", "users"));
    return theOne(all);
  }

  private static String theOne(Set<String> kinds) {
    return kinds.size() == 1 ? kinds.iterator().next() : SEVERAL;
  }

  private static OpenedModel withSellerStrategy(OpenedModel model, String kind) throws UserMistake {
    List<String> paths = new ArrayList<>(strategyPaths(model, "strategy", "sellers"));
    paths.addAll(strategyPaths(model, "seller-strategy", "users"));
    return with(model, kind, paths);
  }

  private static List<String> strategyPaths(OpenedModel model, String key, String... groups) {
    return ModelParts.paths(model, key, groups);
  }

  private static OpenedModel with(OpenedModel model, String value, List<String> paths)
      throws UserMistake {
    OpenedModel changed = model;
    for (String path : paths) {
      changed = changed.with(path, value);
    }
    return changed;
  }

  private static String mechanism(OpenedModel model) {
    return model
        .at(MechanismFormat.MECHANISM.key())
        .map(ModelParts::kind)
        .orElse(MechanismFormat.MECHANISMS.usual());
  }

  /** Whether a mechanism clears a model's market once. */
  static boolean isClearedOnce(OpenedModel model) {
    return MechanismFormat.CLEARED.names().contains(mechanism(model));
  }

  private static String activation(OpenedModel model) {
    return model
        .at(ActivationFormat.ACTIVATION.key())
        .map(ModelParts::kind)
        .orElse(ActivationFormat.ACTIVATIONS.usual());
  }

  private static boolean isSequential(OpenedModel model) {
    return activation(model).equals(Kinds.nameOf(new Activation.Sequential(true)));
  }

  private static String reach(OpenedModel model) {
    return model
        .at(ReachFormat.REACH.key())
        .map(ModelParts::kind)
        .orElse(ReachFormat.REACHES.usual());
  }

  private static OpenedModel withReach(OpenedModel model, String kind) throws UserMistake {
    String seen = text(model, USUAL_SELLERS_SEEN, "reach", "sellers");
    return model.with("reach", "{kind: %s%s}".formatted(kind, settings(kind, seen)));
  }

  /** What a network needs besides its kind: as many sellers as before, and what is typical. */
  private static String settings(String reach, String seen) {
    StringBuilder settings = new StringBuilder();
    for (Property<?> key : ReachFormat.REACHES.kind(reach).parameters().properties()) {
      if (key.isRequired()) {
        String value = key.key().equals(SELLERS) ? seen : key.typical();
        settings.append(", ").append(key.key()).append(": ").append(value);
      }
    }
    return settings.toString();
  }
}
