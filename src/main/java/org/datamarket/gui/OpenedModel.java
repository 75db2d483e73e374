package org.datamarket.gui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.UserMistake;
import org.datamarket.document.YamlReader;
import org.datamarket.gui.display.Titles;
import org.datamarket.model.file.ModelFile;
import org.datamarket.simulation.DataMarket;

/**
 * A model file as it is opened in the console: the file, the values that were set over it, and the
 * seed. Immutable; a change reads the file again.
 */
public final class OpenedModel {
  /** Stands for the model in the jar. */
  private static final String QUICKSTART = "quickstart.yaml";

  private final Path file;
  private final boolean bundled;
  private final List<String> overrides;
  private final ModelFile model;
  private final Node.Mapping effective;

  private OpenedModel(Path file, boolean bundled, List<String> overrides, ModelFile model) {
    this.file = file;
    this.bundled = bundled;
    this.overrides = List.copyOf(overrides);
    this.model = model;
    this.effective = (Node.Mapping) YamlReader.read(file.toString(), model.effectiveYaml());
  }

  /**
   * Opens a model file.
   *
   * @param overrides values set over the file's, each {@code a.b=value}
   * @throws UserMistake if anything is wrong with it, in one line
   */
  public static OpenedModel read(Path file, List<String> overrides) throws UserMistake {
    return new OpenedModel(file, false, overrides, ModelFile.read(file, overrides));
  }

  /**
   * Opens the model that comes with the program.
   *
   * @throws UserMistake if an override is wrong
   */
  public static OpenedModel quickstart(List<String> overrides) throws UserMistake {
    Path copy = copyOfQuickstart();
    return new OpenedModel(copy, true, overrides, ModelFile.read(copy, overrides));
  }

  /** The model that comes with the program, as it is. */
  static OpenedModel quickstart() {
    try {
      return quickstart(List.of());
    } catch (UserMistake impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path copyOfQuickstart() {
    try (InputStream in = OpenedModel.class.getResourceAsStream(QUICKSTART)) {
      Path folder = Files.createTempDirectory("datamarket");
      Path copy = folder.resolve(QUICKSTART);
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      folder.toFile().deleteOnExit();
      copy.toFile().deleteOnExit();
      return copy;
    } catch (IOException failure) {
      throw new IllegalStateException(
          "the bundled model cannot be unpacked: " + failure.getMessage(), failure);
    }
  }

  /** The same model with another seed, any 64-bit number. */
  public OpenedModel withSeed(long seed) {
    return seed == seed() ? this : new OpenedModel(file, bundled, overrides, model.withSeed(seed));
  }

  /**
   * The same model with one more value set; an earlier value of the same path is forgotten.
   *
   * @throws UserMistake if the file does not allow it, in one line
   */
  public OpenedModel with(String path, String value) throws UserMistake {
    List<String> changed = new ArrayList<>(overrides);
    changed.removeIf(override -> override.startsWith(path + "="));
    changed.add(path + "=" + value);
    return new OpenedModel(file, bundled, changed, ModelFile.read(file, changed)).withSeed(seed());
  }

  /**
   * The same model without a value set for a path.
   *
   * @throws UserMistake if the file has changed and is wrong now
   */
  OpenedModel without(String path) throws UserMistake {
    List<String> changed = new ArrayList<>(overrides);
    changed.removeIf(override -> override.startsWith(path + "="));
    return new OpenedModel(file, bundled, changed, ModelFile.read(file, changed)).withSeed(seed());
  }

  /** The market drawn, with what it takes to open it again. */
  DrawnModel draw() {
    return new DrawnModel(
        model.draw(),
        bundled ? "" : file.toAbsolutePath().toString(),
        overrides,
        model.fingerprint());
  }

  /** Opens the model from which a market was drawn. */
  static OpenedModel of(DrawnModel drawn) throws UserMistake {
    OpenedModel opened =
        drawn.file().isEmpty()
            ? quickstart(drawn.overrides())
            : read(Path.of(drawn.file()), drawn.overrides());
    return opened.withSeed(drawn.model().seed());
  }

  /** A market of this model that has not been started: what cannot be drawn is refused here. */
  DataMarket undrawn() {
    return new DataMarket(seed(), draw());
  }

  /** Whether it is the model that comes with the program, whose file its user has never seen. */
  boolean isBundled() {
    return bundled;
  }

  /** The seed. */
  public long seed() {
    return model.seed();
  }

  /** The model's name. */
  public String name() {
    return model.name();
  }

  /** What its file says of it, as far as that holds beside the values set over it; may be empty. */
  String description() {
    return Titles.holds(overrides) ? ModelParts.text(this, "", "description") : "";
  }

  /** What the next start plays, in a line. */
  String title() {
    return Titles.of(name(), description(), overrides);
  }

  /** The file that it was read from. */
  public Path file() {
    return file;
  }

  /** The values set over the file's. */
  public List<String> overrides() {
    return overrides;
  }

  /** The model with all defaults and overrides. */
  public ModelFile modelFile() {
    return model;
  }

  /** What stands at a path of keys, if anything does. */
  Optional<Node> at(String... keys) {
    Node node = effective;
    for (String key : keys) {
      if (!(node instanceof Node.Mapping mapping) || !mapping.has(key)) {
        return Optional.empty();
      }
      node = mapping.get(key);
    }
    return Optional.of(node);
  }
}
