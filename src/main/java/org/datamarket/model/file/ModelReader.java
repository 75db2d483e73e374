package org.datamarket.model.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.YamlReader;
import org.datamarket.document.type.Fields;
import org.datamarket.model.Activation;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.format.ActivationFormat;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.model.population.BuyerGroup;
import org.datamarket.model.population.Definition;
import org.datamarket.model.population.FeeCheck;
import org.datamarket.model.population.GapCheck;
import org.datamarket.model.population.InitialBids;
import org.datamarket.model.population.Inputs;
import org.datamarket.model.population.Links;
import org.datamarket.model.population.LinksReader;
import org.datamarket.model.population.PopulationReader;
import org.datamarket.model.population.PopulationSize;
import org.datamarket.model.population.Roster;
import org.datamarket.model.population.SellerGroup;
import org.datamarket.model.population.SingleSellerCheck;
import org.datamarket.model.population.SupplyDemandRatio;
import org.datamarket.model.population.UserGroup;

/** Reads a model file: its text, the overrides, the checks, the tables, the defaults. */
final class ModelReader {
  /** A key that studies have, and no model. */
  private static final String OF_STUDIES = "factors";

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
      Node.Mapping resolved,
      Node.Mapping effective,
      long seed,
      Definition definition,
      List<Path> inputs) {}

  /**
   * Reads the text of a file.
   *
   * @throws Mistake if anything is wrong with it
   */
  Node read(InputText text) {
    Node document = YamlReader.read(text.file().toString(), text.text());
    requireFormat(document);
    return document;
  }

  /** A model, all its defaults filled in and its tables read. */
  Result resolve(Node document) {
    return resolved(Entries.withNames(check(document), nameOfFile()));
  }

  /** A model, checked key by key. */
  Node.Mapping check(Node document) {
    return Format.MODEL.read("", document).value().node();
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
    refuseStudy(mapping);
  }

  private static void refuseStudy(Node.Mapping mapping) {
    Optional<Node.Entry> factors = mapping.entry(OF_STUDIES);
    if (factors.isPresent() && mapping.entry(Format.BUYERS.key()).isEmpty()) {
      throw new Mistake(
          factors.get().keyPosition(),
          "this is a study, which sweep makes the runs of; expected a model, which has no key"
              + " \"factors\"");
    }
  }

  private String nameOfFile() {
    Path last = place.getFileName();
    String name = last == null ? "" : last.toString().replaceFirst("\\.(ya?ml|YA?ML)$", "");
    return name.isBlank() ? "model" : name;
  }

  private Result resolved(Node.Mapping root) {
    Inputs inputs = new Inputs(place);
    Fields model = Format.MODEL.read("", root).value();
    PopulationReader population = new PopulationReader(model, inputs);
    List<BuyerGroup> buyers = population.buyers();
    List<SellerGroup> sellers = population.sellers();
    List<UserGroup> users = population.users();
    Definition definition = define(model, buyers, sellers, users, inputs);
    Fields effective = Format.MODEL.read("", Entries.withNamesOfCopies(root)).value();
    return new Result(root, effective.node(), model.get(Format.SEED), definition, inputs.files());
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
        new LinksReader(model, buyers, buyerRoster, sellerRoster, !users.isEmpty()).read(inputs);
    SingleSellerCheck.check(buyers, users, links, sellerRoster.size());
    FeeCheck.check(model, buyers, users);
    return new Definition(
        model.get(Format.NAME),
        model.get(Format.DESCRIPTION),
        model.get(Format.CURRENCY),
        model.get(Format.EPSILON),
        model.get(Format.TIES),
        activation(model),
        model.get(Format.ROUND_LIMIT),
        SupplyDemandRatio.find(model),
        buyers,
        sellers,
        users,
        links,
        InitialBids.read(model, buyerRoster, sellerRoster, links),
        model.get(MechanismFormat.MECHANISM),
        model.find(Format.ISP).map(isp -> isp.get(Format.FEE_OF_ISP)).orElse(0.0));
  }

  private static Activation activation(Fields model) {
    Activation activation = ActivationFormat.of(model);
    if (activation instanceof Activation.Asynchronous asynchronous) {
      GapCheck.check((Supported) asynchronous.gap(), ActivationFormat.gapPosition(model));
    }
    return activation;
  }
}
