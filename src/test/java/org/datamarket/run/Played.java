package org.datamarket.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.RunTables;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;

/** Model files played to their end, and the folders that come of it. */
public final class Played {
  /** The shipped models, but for the one that is too large to be played many times. */
  public static final List<Path> MODELS = models();

  private Played() {}

  private static List<Path> models() {
    try (Stream<Path> files = Files.list(Path.of("models"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("city.yaml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A new run of a model file, with a trace. */
  static Run begin(ModelFile file, boolean skips) {
    return Run.of(file.seed(), new FixedModel(file.draw()), new DataMarket.Options(skips, true));
  }

  /** A whole run of a model file, with a trace. */
  public static RunResult result(ModelFile file) {
    Run run = begin(file, true);
    run.simulation().playUntil(Integer.MAX_VALUE);
    return run.result();
  }

  /** A run that is put into a file after some rounds, and goes on from there. */
  static RunResult interrupted(ModelFile file, int round, Path checkpoint) throws Exception {
    Run before = begin(file, true);
    before.simulation().playUntil(round);
    Checkpoint.write(before.simulation(), "fingerprint", checkpoint);
    Run after = Run.of(Checkpoint.read(checkpoint, "fingerprint"));
    after.simulation().playUntil(Integer.MAX_VALUE);
    return after.result();
  }

  /**
   * Writes a run's folder, pictures apart, and reads it back: all files by name but the manifest.
   */
  static Map<String, String> folder(Path target, ModelFile file, RunResult result)
      throws IOException {
    RunFolder.write(
        target,
        false,
        new RunTables(result, true),
        new EffectiveModel(file.effectiveYaml(), file.inputs()),
        Manifest.begin(FolderKind.RUN, List.of("test"), file.inputs()));
    return files(target);
  }

  /** All files of a folder by name but the manifest, a byte a letter. */
  public static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      if (!file.endsWith(Manifest.FILE)) {
        contents.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
