package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.model.file.ModelFile;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that are whole, but hold what cannot be played. */
class RestoreTest {
  @TempDir private Path folder;

  @Test
  void runThatCannotGoOn_isTheFilesFault() throws Exception {
    Path file = Path.of("models/tuffin-ties.yaml");
    ModelFile model = ModelFile.read(file, List.of());
    Path kept = folder.resolve("never-started.checkpoint");
    DataMarket neverStarted =
        new DataMarket(
            model.seed(), new FixedModel(model.draw()), new DataMarket.Options(true, false));
    Checkpoint.write(neverStarted, model.fingerprint(), kept);

    Path out = folder.resolve("out");
    assertThat(Shell.run("run", file, "--restore", kept, "--out", out, "--quiet").mistake())
        .isEqualTo(
            kept
                + ": is damaged: the run in it cannot go on; play it from the start, without"
                + " --restore");
    assertThat(Files.exists(out)).isFalse();
  }
}
