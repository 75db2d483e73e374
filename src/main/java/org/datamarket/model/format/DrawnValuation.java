package org.datamarket.model.format;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.RecordType;
import org.datamarket.document.type.Records;
import org.datamarket.document.type.Type;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Valuation;
import org.datamarket.model.distribution.Draws;
import org.datamarket.model.distribution.Supported;

/**
 * A valuation whose parameters each buyer draws for itself: a record of the demand and of numbers
 * that say what they mean.
 */
final class DrawnValuation {
  private DrawnValuation() {}

  /**
   * Another key from which a parameter follows.
   *
   * @param parameter the parameter's key
   * @param key the other one
   * @param rule the parameter's value, from the demand and the other key's value
   */
  record Instead(String parameter, Property<Supported> key, DoubleBinaryOperator rule) {}

  /** A kind of valuation. */
  static <V extends Record & Valuation> KindType<ValuationRule> of(Class<V> type) {
    return of(type, Optional.empty());
  }

  /** A kind of valuation, of which one parameter may be given in another way. */
  static <V extends Record & Valuation> KindType<ValuationRule> of(Class<V> type, Instead instead) {
    return of(type, Optional.of(instead));
  }

  private static <V extends Record & Valuation> KindType<ValuationRule> of(
      Class<V> type, Optional<Instead> instead) {
    Kind kind = type.getAnnotation(Kind.class);
    List<Property<Supported>> parameters = parameters(type);
    Function<Object[], V> maker = Records.maker(type);
    return new KindType<>(
        kind.name(),
        kind.meaning(),
        mapping(parameters, instead),
        fields ->
            (demand, draws) -> maker.apply(values(fields, parameters, instead, demand, draws)));
  }

  /** All components but the first, the demand. */
  private static List<Property<Supported>> parameters(Class<?> type) {
    List<Property<Supported>> parameters = new ArrayList<>();
    for (RecordComponent component : Records.components(type)) {
      Meaning meaning = component.getAnnotation(Meaning.class);
      if (meaning != null) {
        Type<Supported> quantity =
            QuantityFormat.quantity(meaning.unit(), Range.of(meaning.range()));
        parameters.add(RecordType.property(Records.key(component), meaning, quantity));
      }
    }
    return parameters;
  }

  private static MappingType mapping(
      List<Property<Supported>> parameters, Optional<Instead> instead) {
    List<Property<?>> keys = new ArrayList<>();
    List<String> alternatives = new ArrayList<>();
    for (Property<Supported> parameter : parameters) {
      boolean replaced = instead.isPresent() && instead.get().parameter().equals(parameter.key());
      keys.add(replaced ? parameter.orElse("from " + instead.get().key().key()) : parameter);
      if (replaced) {
        keys.add(instead.get().key());
        alternatives.addAll(List.of(parameter.key(), instead.get().key().key()));
      }
    }
    return new MappingType(keys, alternatives, Optional.empty());
  }

  private static Object[] values(
      Fields fields,
      List<Property<Supported>> parameters,
      Optional<Instead> instead,
      double demand,
      Draws draws) {
    Object[] values = new Object[1 + parameters.size()];
    values[0] = demand;
    for (int k = 0; k < parameters.size(); k++) {
      Property<Supported> parameter = parameters.get(k);
      values[1 + k] =
          fields.has(parameter)
              ? draws.next(parameter.key(), fields.get(parameter))
              : instead(fields, instead.orElseThrow(), demand, draws);
    }
    return values;
  }

  private static double instead(Fields fields, Instead instead, double demand, Draws draws) {
    Property<Supported> key = instead.key();
    return instead.rule().applyAsDouble(demand, draws.next(key.key(), fields.get(key)));
  }
}
