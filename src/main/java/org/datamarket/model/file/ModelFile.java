package org.datamarket.model.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Overrides;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.YamlWriter;
import org.datamarket.io.Sha256;
import org.datamarket.mechanism.MarketDesign;
import org.datamarket.mechanism.Mechanism;
import org.datamarket.model.MarketModel;
import org.datamarket.model.PlayedDesign;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.model.format.ModelSchema;
import org.datamarket.model.population.Inputs;

/**
 * A model file: a market described in YAML (its keys: {@link ModelSchema}), read, checked and with
 * every default filled in. The population is not drawn yet, so that one file serves many seeds.
 * Immutable.
 */
public final class ModelFile {
  private final ModelReader reader;
  private final ModelReader.Result read;
  private final Node.Mapping effective;
  private final long seed;

  private ModelFile(
      ModelReader reader, ModelReader.Result read, Node.Mapping effective, long seed) {
    this.reader = reader;
    this.read = read;
    this.effective = effective;
    this.seed = seed;
  }

  /**
   * Reads and checks a model file and the tables that it names.
   *
   * @param file the file, a regular one, YAML in UTF-8
   * @param overrides values that take the place of the file's, each {@code a.b=value}, in this
   *     order
   * @throws UserMistake if anything is wrong with the file, a table or an override
   */
  public static ModelFile read(Path file, List<String> overrides) throws UserMistake {
    ModelReader reader = new ModelReader(file);
    return of(reader, () -> Overrides.apply(reader.read(InputText.ofFile(file)), overrides));
  }

  /**
   * Checks a model file whose text has been read, and the tables that it names.
   *
   * @param text the text, YAML
   * @param overrides as above
   * @throws UserMistake if anything is wrong with the text, a table or an override
   */
  public static ModelFile read(InputText text, List<String> overrides) throws UserMistake {
    ModelReader reader = new ModelReader(text.place());
    return of(reader, () -> Overrides.apply(reader.read(text), overrides));
  }

  /**
   * Reads and checks a model file with values that a study sets. Mistakes in them stand {@link
   * Position.InSetting}.
   *
   * @param settings each {@code a.b=value}, in this order
   * @throws UserMistake if anything is wrong with the file, a table or a setting
   */
  public static ModelFile readWithSettings(Path file, List<String> settings) throws UserMistake {
    ModelReader reader = new ModelReader(file);
    return of(reader, () -> set(reader.read(InputText.ofFile(file)), settings));
  }

  private static Node set(Node document, List<String> settings) {
    return Overrides.apply(document, settings, Position.InSetting::new);
  }

  private static ModelFile of(ModelReader reader, Supplier<Node> document) throws UserMistake {
    try {
      ModelReader.Result read = reader.resolve(document.get());
      return new ModelFile(reader, read, read.effective(), read.seed());
    } catch (Mistake e) {
      throw new UserMistake(e);
    }
  }

  /**
   * The effective model with values that a study sets: every default stays as it was filled in, so
   * that only what is named changes. The same as {@link #read} of the effective file with these
   * overrides, but without reading it again; its tables are. Mistakes in them stand {@link
   * Position.InSetting}.
   *
   * @param settings each {@code a.b=value}, in this order
   * @throws UserMistake if anything is wrong with a setting or the model that comes of it
   */
  public ModelFile with(List<String> settings) throws UserMistake {
    Node.Mapping base = read.resolved().with(Format.SEED.key(), effective.get(Format.SEED.key()));
    return of(reader, () -> set(base, settings));
  }

  /**
   * Refuses settings that no model could have: unknown keys, values of the wrong type or out of
   * their ranges. What parts of the model do to each other is seen by {@link #with} only.
   *
   * @throws Mistake {@link Position.InSetting}
   */
  public void checkSettings(List<String> settings) {
    reader.check(set(read.resolved(), settings));
  }

  /**
   * The places of the model that the path of an override leads to, each as a list of keys and
   * indices.
   *
   * @throws Mistake if the path is malformed, or leads to an entry of a list that is not there
   */
  public List<List<String>> places(String path) {
    return Overrides.places(read.resolved(), path);
  }

  /** The model's name: as the file says, or the file's name without its ending. */
  public String name() {
    return read.definition().name();
  }

  /** The label of money. */
  public String currency() {
    return read.definition().currency();
  }

  /**
   * This model, if it is one of auctions.
   *
   * @param file what its user called it
   * @throws UserMistake if a mechanism clears the market once, so that nobody bids by rounds
   */
  public ModelFile ofAuctions(Path file) throws UserMistake {
    MarketDesign design = read.definition().design();
    if (design instanceof Mechanism) {
      throw new UserMistake(
          file,
          "its mechanism, %s, clears the market once, without rounds; expected a market of auctions, as --set %s=%s makes it one"
              .formatted(
                  design.key(), MechanismFormat.MECHANISM.key(), PlayedDesign.AUCTIONS.key()));
    }
    return this;
  }

  /** The seed from which {@link #draw} draws. */
  public long seed() {
    return seed;
  }

  /** The same model with another seed. */
  public ModelFile withSeed(long other) {
    Node.Mapping changed = effective.with(Format.SEED.key(), Node.plain(Long.toString(other)));
    return new ModelFile(reader, read, changed, other);
  }

  /**
   * Draws the market. The same model and seed give the same market on every Java machine. Each
   * quantity of each group has a random stream of its own: neither ε, the strategies nor another
   * group changes what a group draws, and a group that grows keeps its first members.
   *
   * @throws IllegalArgumentException if a class of the user's own refuses the numbers drawn for it
   */
  public MarketModel draw() {
    try {
      return read.definition().draw(seed);
    } catch (Mistake e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * The effective model as YAML: all defaults and overrides written out. It reads again to the same
   * model when copies of the {@link #inputs} lie in a folder {@value Inputs#FOLDER} beside it.
   */
  public String effectiveYaml() {
    return "# The effective model: every default and override written out.\n"
        + YamlWriter.write(effective);
  }

  /** The tables that the model was read from, to be copied for the effective model. */
  public List<Path> inputs() {
    return read.inputs();
  }

  /**
   * A hash of all that the draw and the run depend on: every key with its value, the seed, and what
   * the tables say. Files with the same play the same market.
   *
   * @throws UncheckedIOException if a table can no longer be read
   */
  public String fingerprint() {
    try {
      Sha256 hash = new Sha256().add(effectiveYaml());
      for (Path input : read.inputs()) {
        hash.add(Files.readAllBytes(input));
      }
      return hash.hex();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
