package org.datamarket.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.Preferences;
import javax.swing.AbstractAction;
import javax.swing.JComboBox;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.StatusText;
import org.datamarket.model.ModelException;
import org.datamarket.simulation.Checkpoint;
import sim.display.Console;
import sim.display.Prefs;
import sim.util.gui.PropertyField;

/**
 * MASON's console with what a market needs: model files in the File menu, a seed of 64 bits,
 * checkpoints that tell in one line what is wrong with them, and pictures of every round.
 */
class MarketConsole extends Console {
  private static final long serialVersionUID = 1;
  private static final String CHECKPOINT = "checkpoint";

  private final transient DataMarketWithUI gui;
  private final PropertyField seedField;
  private final JMenuItem framesItem;
  private transient Optional<Path> checkpoint = Optional.empty();

  MarketConsole(DataMarketWithUI gui) {
    super(gui);
    this.gui = gui;
    this.seedField = new SeedField(gui);
    replaceSeedField(getTabPane(), Long.toString(gui.seed()));
    setIncrementSeedOnStop(savedIncrement());
    showSteps(getContentPane());
    JMenu file = getJMenuBar().getMenu(0);
    file.insert(item("Open model…", this::chooseModel), 0);
    this.framesItem = item("", this::chooseFrames);
    file.insert(framesItem, 1);
    file.insertSeparator(2);
    nameFramesItem();
    showTitle();
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
        long seed = Long.parseLong(value.strip());
        gui.setSeed(seed);
        return Long.toString(seed);
      } catch (NumberFormatException noNumber) {
        return getValue();
      }
    }
  }

  /** MASON's own field cuts seeds to 32 bits: ours takes its place. */
  private boolean replaceSeedField(Container within, String seed) {
    for (Component part : within.getComponents()) {
      if (part instanceof PropertyField field && seed.equals(field.getValue())) {
        seedField.setPreferredSize(field.getPreferredSize());
        seedField.setMaximumSize(field.getMaximumSize());
        within.remove(field);
        within.add(seedField);
        return true;
      }
      if (part instanceof Container container
          && !(part instanceof PropertyField || part instanceof ModelInspector)
          && replaceSeedField(container, seed)) {
        return true;
      }
    }
    return false;
  }

  /** MASON's clock stands at 0 in the first round, so its count of steps is shown at first: that of rounds. */
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
    showTitle();
  }

  /** Names the model, and how its run has ended. */
  final void showTitle() {
    Optional<Snapshot> over = gui.snapshot().filter(StatusText::isOver);
    String name = gui.modelName() + " – " + DataMarketWithUI.getName();
    String end =
        gui.failure().isPresent()
            ? "Stopped by an error: "
            : over.map(market -> StatusText.end(market) + ": ").orElse("");
    setTitle(end + name);
  }

  @Override
  public synchronized void pressPlay() {
    super.pressPlay();
    showTitleOnceBuilt();
  }

  @Override
  public synchronized void pressStop() {
    boolean running = getPlayState() != PS_STOPPED;
    super.pressStop();
    if (running && getIncrementSeedOnStop()) {
      gui.setSeed(gui.seed() + 1);
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

  /** Stops what runs, and takes another model file in its place. */
  void openModel(Path file) {
    try {
      OpenedModel model = OpenedModel.read(file, java.util.List.of());
      pressStop();
      gui.setModel(model);
    } catch (ModelException mistake) {
      gui.dialogs().error(this, "The model cannot be opened", mistake.getMessage());
    }
  }

  private void chooseFrames() {
    Optional<Path> folder =
        gui.framesFolder().isPresent()
            ? Optional.empty()
            : gui.dialogs().folder(this, "A folder for the pictures of every round");
    try {
      gui.recordFrames(folder);
    } catch (IOException failure) {
      gui.dialogs().error(this, "No pictures", failure.getMessage() + ": cannot be written to");
    }
    nameFramesItem();
  }

  private void nameFramesItem() {
    framesItem.setText(
        gui.framesFolder()
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
    try {
      Checkpoint.Kept run = Checkpoint.read(file);
      pressStop();
      gui.restore(run);
      pressPause();
      checkpoint = Optional.of(file);
    } catch (IOException | Checkpoint.UnusableException unusable) {
      gui.dialogs().error(this, "The checkpoint cannot be opened", unusable.getMessage());
    }
  }

  @Override
  public void doSave() {
    checkpoint.ifPresentOrElse(this::saveCheckpoint, this::doSaveAs);
  }

  @Override
  public void doSaveAs() {
    gui.dialogs()
        .fileToSave(this, "Save checkpoint", gui.modelName() + "." + CHECKPOINT)
        .ifPresent(this::saveCheckpoint);
  }

  /** Keeps the market as it stands, between two rounds. */
  void saveCheckpoint(Path file) {
    try {
      gui.save(file);
      checkpoint = Optional.of(file);
    } catch (IOException failure) {
      gui.dialogs().error(this, "The checkpoint cannot be saved", failure.getMessage());
    }
  }
}
