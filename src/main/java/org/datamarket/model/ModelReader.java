package org.datamarket.model;

import java.nio.file.Path;
import java.util.List;
import org.datamarket.market.TieRule;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.schema.ActivationFormat;
import org.datamarket.model.schema.Format;
import org.datamarket.model.schema.ReachFormat;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Overrides;
import org.datamarket.model.source.Position;
import org.datamarket.model.source.YamlReader;

/** Reads a model file: its text, the overrides, the checks, the tables, the defaults. */
final class ModelReader {
  private final Path place;

  /**
   * A reader of models.
   *
   * @param place the file beside which their tables lie
   */
  ModelReader(Path place) {
    this.place = place;
  }

  /**
   * What a model file says.
   *
   * @param resolved the model with all its defaults
   * @param effective the same, its tables named as copies
   */
  record Result(
      Node.Mapping resolved, Node.Mapping effective, Definition definition, List<Path> inputs) {}

  /**
   * Reads the text of a file.
   *
   * @throws Mistake if anything is wrong with it
   */
  Result read(InputText text, List<String> overrides) {
    Node document = YamlReader.read(text.file().toString(), text.text());
    requireFormat(document);
    return resolve(document, overrides);
  }

  /** A model with overrides, all its defaults filled in and its tables read. */
  Result resolve(Node document, List<String> overrides) {
    return resolve(Entries.withNames(check(document, overrides), nameOfFile()));
  }

  /** A model with overrides, checked key by key. */
  Node.Mapping check(Node document, List<String> overrides) {
    return (Node.Mapping) Format.MODEL.check("", Overrides.apply(document, overrides));
  }

  private static void requireFormat(Node document) {
    if (!(document instanceof Node.Mapping mapping)) {
      throw new Mistake(
          document.position(),
          "is " + document.inWords() + "; expected a model, beginning with format: 1");
    }
    boolean empty = mapping.entries().isEmpty();
    if (empty
        || (!mapping.has(Format.FORMAT.key())
            && mapping.entry(Format.BUYERS.key()).isEmpty()
            && mapping.entry(Format.USERS.key()).isEmpty())) {
      Position position = empty ? mapping.position() : mapping.entries().get(0).keyPosition();
      throw new Mistake(
          position,
          "this is no model: the key \"format\" is missing; expected format: 1 at the top");
    }
  }

  private String nameOfFile() {
    Path last = place.getFileName();
    String name = last == null ? "" : last.toString().replaceFirst("\\.(ya?ml|YA?ML)$", "");
    return name.isBlank() ? "model" : name;
  }

  private Result resolve(Node.Mapping root) {
    Inputs inputs = new Inputs(place);
    PopulationReader population = new PopulationReader(root, inputs);
    List<BuyerGroup> buyers = population.buyers();
    List<SellerGroup> sellers = population.sellers();
    List<UserGroup> users = population.users();
    Definition definition = define(new Fields(root), buyers, sellers, users, inputs);
    Node effective = Format.MODEL.check("", Entries.withNamesOfCopies(root));
    return new Result(root, (Node.Mapping) effective, definition, inputs.files());
  }

  private Definition define(
      Fields model,
      List<BuyerGroup> buyers,
      List<SellerGroup> sellers,
      List<UserGroup> users,
      Inputs inputs) {
    Roster buyerRoster = new Roster("buyer");
    buyers.forEach(group -> buyerRoster.add(group.members()));
    Roster sellerRoster = new Roster("seller");
    sellers.forEach(group -> sellerRoster.add(group.members()));
    Roster userRoster = new Roster("user");
    users.forEach(group -> userRoster.add(group.members()));
    List.of(buyerRoster, sellerRoster).forEach(Roster::refuseClashes);
    PopulationSize.check(model, buyerRoster, sellerRoster, userRoster);
    Links links =
        new LinksReader(
                model.mapping(ReachFormat.REACH),
                buyers,
                buyerRoster,
                sellerRoster,
                !users.isEmpty())
            .read(inputs);
    SingleSellerCheck.check(buyers, users, links, sellerRoster.size());
    return new Definition(
        model.text(Format.NAME),
        model.text(Format.DESCRIPTION),
        model.text(Format.CURRENCY),
        model.number(Format.EPSILON),
        Strategies.choice(model, Format.TIES, TieRule.class),
        activation(model),
        model.count(Format.ROUND_LIMIT),
        SupplyDemandRatio.find(model),
        buyers,
        sellers,
        users,
        links,
        InitialBids.read(model, buyerRoster, sellerRoster, links));
  }

  private static Activation asynchronous(Fields activation) {
    Supported gap = activation.quantity(ActivationFormat.GAP);
    GapCheck.check(gap, activation.position(ActivationFormat.GAP));
    return new Activation.Asynchronous(gap, activation.quantity(ActivationFormat.DELAY));
  }

  private static Activation activation(Fields model) {
    Fields activation = model.mapping(ActivationFormat.ACTIVATION);
    return switch (activation.kind()) {
      case "simultaneous" -> new Activation.Simultaneous();
      case "asynchronous" -> asynchronous(activation);
      default -> new Activation.Sequential(model.text(ActivationFormat.ORDER).equals("random"));
    };
  }
}
