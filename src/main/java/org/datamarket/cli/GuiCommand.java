package org.datamarket.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.datamarket.cli.option.ModelChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.gui.OpenedModel;
import org.datamarket.gui.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens a market in a window. */
@Command(
    name = "gui",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description = "Opens a market in a window, to play, to watch and to ask.",
    footer = {
      "",
      "Examples:",
      "  datamarket gui",
      "  datamarket gui models/worked-example.yaml --set initial-bids=[]",
      "  datamarket gui --from output/quickstart-1 --play"
    })
final class GuiCommand implements Callable<Integer>, OpensWindow {
  private static final String MODEL_OF_RUN = "model.yaml";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "The model file (YAML); by default the quickstart.")
  private Path file;

  @Mixin private ModelChoice choice;

  @Option(
      names = "--from",
      paramLabel = "RUN",
      description = "Replays the run whose folder this is.")
  private Path from;

  @Option(names = "--play", description = "Begins to play at once.")
  private boolean play;

  @Option(
      names = "--frames",
      paramLabel = "DIR",
      description = "Writes a picture of every round into this folder, for a film.")
  private Path frames;

  @Override
  public Integer call() throws Exception {
    if (file != null && from != null) {
      throw UsageMistake.both(spec, "MODEL", "--from");
    }
    OpenedModel model = model();
    show(model, frames, play);
    return ExitCode.DONE;
  }

  @Override
  public boolean opensWindow() {
    return true;
  }

  private OpenedModel model() throws UserMistake {
    if (from != null) {
      return choice.open(modelOfRun());
    }
    return file != null ? choice.open(file) : choice.openQuickstart();
  }

  private Path modelOfRun() throws UserMistake {
    Path model = from.resolve(MODEL_OF_RUN);
    if (!Files.isRegularFile(model)) {
      throw new UserMistake(
          from, "is not the folder of a run: it has no %s".formatted(MODEL_OF_RUN));
    }
    return model;
  }

  /** Opens a window, and waits until it is closed, which ends the program. */
  static void show(OpenedModel model, Path frames, boolean play) throws Exception {
    if (!Window.isPossible()) {
      String display = System.getenv("DISPLAY");
      throw new UserMistake(
          "there is no display to open a window on%s; set DISPLAY, or use: datamarket run"
              .formatted(
                  display == null || display.isEmpty()
                      ? ""
                      : " (DISPLAY is %s)".formatted(Words.quoted(display))));
    }
    open(model, frames, play);
    new CountDownLatch(1).await();
  }

  private static void open(OpenedModel model, Path frames, boolean play) throws Exception {
    try {
      Window.open(model, Optional.ofNullable(frames), play);
    } catch (InvocationTargetException wrapped) {
      if (wrapped.getCause() instanceof FileAlreadyExistsException earlier) {
        throw new UserMistake(
            "%s: has pictures of rounds already, such as %s; expected a folder without"
                .formatted(frames, Path.of(earlier.getFile()).getFileName()));
      }
      if (wrapped.getCause() instanceof IOException) {
        throw new UserMistake(frames, "is no folder that can be written to");
      }
      if (wrapped.getCause() instanceof IllegalArgumentException refused) {
        throw new UserMistake(model.file(), refused.getMessage());
      }
      throw wrapped;
    }
  }
}
