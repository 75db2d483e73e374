package org.datamarket.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javax.swing.AbstractAction;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.datamarket.gui.widget.FileSaver;
import org.datamarket.gui.widget.Keys;
import org.datamarket.gui.widget.PlainWords;
import org.datamarket.gui.widget.SwingParts;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;
import sim.display.Prefs;
import sim.util.Bag;
import sim.util.gui.PropertyField;

/**
 * MASON's console with what a market needs: model files in the File menu, a seed of 64 bits,
 * checkpoints that tell in one line what is wrong with them, and pictures of every round.
 */
class MarketConsole extends Console {
  private static final long serialVersionUID = 1;
  private static final String CHECKPOINT = "checkpoint";
  private static final String SAVE = "Save checkpoint";

  private final transient DataMarketWithUI gui;
  private final PropertyField seedField;
  private final JMenuItem framesItem;
  private transient Optional<Saved> saved = Optional.empty();

  MarketConsole(DataMarketWithUI gui) {
    super(gui);
    this.gui = gui;
    this.seedField = new SeedField(gui);
    SwingParts.fieldBeside(getTabPane(), "Random Number Seed").ifPresent(this::replaceSeedField);
    StopFields.check(getTabPane(), gui);
    setIncrementSeedOnStop(savedIncrement());
    showSteps(getContentPane());
    JMenu file = getJMenuBar().getMenu(0);
    file.insert(item("Open model…", this::chooseModel), 0);
    this.framesItem = item("", gui::chooseFrames);
    file.insert(framesItem, 1);
    file.insertSeparator(2);
    nameFramesItem();
    getJMenuBar().add(gui.controls().menu());
    getJMenuBar().add(gui.claims().menu());
    bindKeys();
    showTitle();
  }

  /** The keys of the menus, in the other windows too. */
  private void bindKeys() {
    for (JFrame frame :
        List.of(gui.display().frame(), gui.controls().frame(), gui.claims().frame())) {
      Keys.bind(frame, gui.controls().actions());
      Keys.bind(frame, gui.claims().actions());
    }
  }

  /** A seed stays what it is unless the person has asked for a new one at every stop. */
  private boolean savedIncrement() {
    Preferences everywhere = Prefs.getGlobalPreferences(DEFAULT_PREFERENCES_KEY);
    Preferences here = Prefs.getAppPreferences(getSimulation(), DEFAULT_PREFERENCES_KEY);
    return here.getBoolean(INCREMENT_KEY, everywhere.getBoolean(INCREMENT_KEY, false));
  }

  /** The seed as a field that keeps all its bits. */
  private static final class SeedField extends PropertyField {
    private static final long serialVersionUID = 1;
    private final transient DataMarketWithUI gui;

    SeedField(DataMarketWithUI gui) {
      super(Long.toString(gui.seed()));
      this.gui = gui;
    }

    @Override
    public String newValue(String value) {
      try {
        Parameters.SEED.check(value.strip());
        gui.nextStart().setSeed(Long.parseLong(value.strip()));
        return Long.toString(gui.seed());
      } catch (Parameter.Refused refused) {
        gui.refuse(refused.getMessage());
        return getValue();
      }
    }
  }

  /** MASON's own field cuts seeds to 32 bits: ours takes its place. */
  private void replaceSeedField(PropertyField masons) {
    seedField.setPreferredSize(masons.getPreferredSize());
    seedField.setMaximumSize(masons.getMaximumSize());
    Container row = masons.getParent();
    row.remove(masons);
    row.add(seedField);
  }

  /**
   * MASON's clock stands at 0 in the first round, so its count of steps is shown at first: that of
   * rounds.
   */
  private static boolean showSteps(Container within) {
    for (Component part : within.getComponents()) {
      if (part instanceof JComboBox<?> choice && STEPS_KEY.equals(choice.getItemAt(1))) {
        choice.setSelectedIndex(1);
        return true;
      }
      if (part instanceof Container container && showSteps(container)) {
        return true;
      }
    }
    return false;
  }

  private JMenuItem item(String name, Runnable action) {
    return new JMenuItem(
        new AbstractAction(name) {
          private static final long serialVersionUID = 1;

          @Override
          public void actionPerformed(ActionEvent chosen) {
            action.run();
          }
        });
  }

  /** The parameters are others than before: shows them. */
  void parametersChanged() {
    if (!seedField.getValue().equals(Long.toString(gui.seed()))) {
      seedField.setValue(Long.toString(gui.seed()));
    }
    if (getModelInspector() != null) {
      getModelInspector().updateInspector();
    }
    gui.display().repaintStrips();
    nameFramesItem();
    gui.lookForTurns();
    showTitle();
  }

  /** Names the model, and how its run has ended. */
  final void showTitle() {
    setTitle(
        "%s%s – %s"
            .formatted(
                gui.openRun().state().ending(), gui.modelName(), DataMarketWithUI.getName()));
  }

  @Override
  public void setInspectors(Bag inspectors, Bag names) {
    new InspectorWindows(this).open(inspectors, names, super::setInspectors);
  }

  /** Stands between two rounds or turns: begins, or pauses, if need be. */
  final synchronized void standStill() {
    if (getPlayState() != PS_PAUSED) {
      pressPause();
    }
    gui.turnPlay().aimNoMore();
  }

  /** Plays on from a pause, to whatever has been aimed at. */
  final synchronized void playOn() {
    super.pressPause();
  }

  /** Plays by rounds, or pauses: only then is what was aimed at forgotten. */
  @Override
  public synchronized void pressPause() {
    if (getPlayState() == PS_PAUSED) {
      gui.turnPlay().aimNoMore();
    }
    super.pressPause();
    if (getPlayState() == PS_PAUSED) {
      gui.turnPlay().aimNoMore();
    }
  }

  @Override
  public synchronized void pressPlay() {
    if (gui != null && getPlayState() == PS_PAUSED) {
      gui.turnPlay().aimNoMore();
    }
    super.pressPlay();
    showTitleOnceBuilt();
  }

  @Override
  public synchronized void pressStop() {
    boolean running = getPlayState() != PS_STOPPED;
    super.pressStop();
    if (running) {
      gui.turnPlay().aimNoMore();
    }
    if (running && getIncrementSeedOnStop()) {
      gui.nextStart().setSeed(gui.seed() + 1);
    }
    if (running) {
      gui.lookForTurns();
    }
    showTitleOnceBuilt();
  }

  private void showTitleOnceBuilt() {
    if (gui != null) {
      showTitle();
    }
  }

  private void chooseModel() {
    gui.dialogs()
        .fileToOpen(this, "Open model", "Model files (YAML)", "yaml", "yml")
        .ifPresent(this::openModel);
  }

  /**
   * Stops what runs, and takes another model file in its place; if it cannot be, all stays as it
   * is.
   */
  void openModel(Path file) {
    attempt(
        "The model cannot be opened",
        () -> {
          OpenedModel model = OpenedModel.read(file, List.of());
          DataMarket undrawn = model.undrawn();
          pressStop();
          gui.open(model, undrawn);
          saved = Optional.empty();
        });
  }

  /** Something that may go wrong. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }

  private void attempt(String failure, Attempt attempt) {
    try {
      attempt.run();
    } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError thrown) {
      gui.dialogs().error(this, failure, PlainWords.of(thrown));
    }
  }

  /** Says whether pictures are written, and where to. */
  final void nameFramesItem() {
    framesItem.setText(
        gui.film()
            .folder()
            .map(folder -> "Stop pictures to " + folder.getFileName())
            .orElse("Pictures of every round…"));
  }

  @Override
  public void doOpen() {
    gui.dialogs()
        .fileToOpen(this, "Open checkpoint", "Checkpoints", CHECKPOINT)
        .ifPresent(this::openCheckpoint);
  }

  /** Stops what runs, and stands where a checkpoint was written. */
  void openCheckpoint(Path file) {
    attempt(
        "The checkpoint cannot be opened",
        () -> {
          Checkpoint.Kept run = Checkpoint.read(file);
          FileTime written = Files.getLastModifiedTime(file);
          pressStop();
          gui.nextStart().goOnWith(run);
          pressPause();
          saved = gui.openRun().id(gui.market()).map(opened -> new Saved(file, opened, written));
        });
  }

  /**
   * Where the run that is open has been saved, or was read from.
   *
   * @param run which run it is
   * @param written when the file was written
   */
  private record Saved(Path file, String run, FileTime written) {
    /** Whether a save of a run goes into the same file without a question. */
    boolean isOf(Optional<String> open) {
      try {
        return open.isPresent()
            && run.equals(open.get())
            && written.equals(Files.getLastModifiedTime(file));
      } catch (IOException gone) {
        return false;
      }
    }
  }

  /**
   * Saves where the same run was saved before, unless that file is another by now; otherwise asks.
   */
  @Override
  public void doSave() {
    if (saved.isPresent() && saved.get().isOf(gui.openRun().id(gui.market()))) {
      saveCheckpoint(saved.get().file());
    } else {
      doSaveAs();
    }
  }

  @Override
  public void doSaveAs() {
    if (gui.openRun().id(gui.market()).isEmpty()) {
      gui.dialogs().error(this, SAVE, "There is no market yet; press play or pause first.");
      return;
    }
    gui.saver()
        .save(
            this,
            new FileSaver.Request(SAVE, gui.market() + "." + CHECKPOINT, List.of()),
            this::writeCheckpoint);
  }

  /** Keeps the market as it stands, between two rounds, in a file that its user has agreed to. */
  void saveCheckpoint(Path file) {
    gui.saver().write(this, SAVE, file, this::writeCheckpoint);
  }

  private void writeCheckpoint(Path file) throws IOException {
    gui.openRun().save(gui.market(), file);
    FileTime written = Files.getLastModifiedTime(file);
    saved = gui.openRun().id(gui.market()).map(run -> new Saved(file, run, written));
  }
}
