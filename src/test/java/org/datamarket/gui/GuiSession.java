package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.datamarket.gui.widget.Dialogs;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;
import sim.util.gui.PropertyField;

/** A console, driven as a person does, with all that it says on any stream or in any dialog. */
final class GuiSession implements AutoCloseable {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  final DataMarketWithUI gui;
  final MarketConsole console;
  final List<String> errors = new CopyOnWriteArrayList<>();
  final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<Boolean> agreements = new CopyOnWriteArrayList<>();
  private final List<Path> answers = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  private GuiSession(Callable<DataMarketWithUI> opening) throws Exception {
    assumeTrue(Window.isPossible(), "there is no display");
    Preferences.userRoot(); // Java itself logs that it creates them
    PrintStream both = new PrintStream(noise, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    gui = opening.call();
    gui.setDialogs(new Answers());
    console = onEdt(() -> (MarketConsole) gui.createController());
  }

  static GuiSession of(OpenedModel model) throws Exception {
    return new GuiSession(() -> new DataMarketWithUI(model));
  }

  static GuiSession of(DataMarket market) throws Exception {
    return new GuiSession(() -> new DataMarketWithUI(market));
  }

  static GuiSession of(String model, String... overrides) throws Exception {
    return of(OpenedModel.read(Path.of("models", model + ".yaml"), List.of(overrides)));
  }

  /** Remembers what goes wrong, and answers questions with the files laid ready. */
  private final class Answers implements Dialogs {
    @Override
    public void error(Component parent, String title, String message) {
      errors.add(title + ": " + message);
    }

    @Override
    public boolean confirm(Component parent, String title, String question, String yes) {
      questions.add(question);
      return !agreements.isEmpty() && agreements.remove(0);
    }

    @Override
    public Optional<Path> fileToOpen(
        Component parent, String title, String kind, String... endings) {
      return next();
    }

    @Override
    public Optional<Path> fileToSave(Component parent, String title, String proposal) {
      return next();
    }

    @Override
    public Optional<Path> folder(Component parent, String title) {
      return next();
    }

    private Optional<Path> next() {
      return answers.isEmpty() ? Optional.empty() : Optional.of(answers.remove(0));
    }
  }

  void answerWith(Path file) {
    answers.add(file);
  }

  /** Answers the next question whether to replace something. */
  void agree(boolean yes) {
    agreements.add(yes);
  }

  static <T> T onEdt(Callable<T> action) throws Exception {
    List<T> result = new ArrayList<>();
    List<Exception> failure = new ArrayList<>();
    SwingUtilities.invokeAndWait(
        () -> {
          try {
            result.add(action.call());
          } catch (Exception e) {
            failure.add(e);
          }
        });
    if (!failure.isEmpty()) {
      throw failure.get(0);
    }
    return result.get(0);
  }

  static void onEdt(Runnable action) throws Exception {
    SwingUtilities.invokeAndWait(action);
  }

  /** Lets everything happen that is waiting to. */
  static void settle() throws Exception {
    for (int k = 0; k < 3; k++) {
      onEdt(() -> {});
    }
  }

  static void await(String what, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(end);
      Thread.sleep(10);
    }
    settle();
  }

  void playToPause() throws Exception {
    onEdt(console::pressPlay);
    awaitPause();
  }

  void awaitPause() throws Exception {
    await("the console pauses", () -> console.getPlayState() == Console.PS_PAUSED);
  }

  /** Starts, if need be, and plays so many single rounds. */
  void step(int rounds) throws Exception {
    if (console.getPlayState() == Console.PS_STOPPED) {
      onEdt(() -> console.pressPause());
    }
    for (int k = 0; k < rounds; k++) {
      onEdt(console::pressPlay);
    }
    settle();
  }

  void playToPauseAt(int round) throws Exception {
    onEdt(
        () -> {
          console.setWhenShouldPause(round);
          console.pressPause();
        });
    awaitPause();
  }

  /** The item of the File menu with this name. */
  JMenuItem menu(String name) {
    return Stream.of(console.getJMenuBar().getMenu(0).getMenuComponents())
        .filter(part -> part instanceof JMenuItem item && name.equals(item.getText()))
        .map(JMenuItem.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no menu item " + name));
  }

  /** The seed in the tab Console. */
  PropertyField consoleSeed() {
    return all(console.getTabPane(), PropertyField.class)
        .filter(field -> field.getClass().getSimpleName().equals("SeedField"))
        .findFirst()
        .orElseThrow();
  }

  String hash() {
    DataMarket market = gui.market();
    synchronized (market.schedule) {
      return market.stateHash();
    }
  }

  int round() {
    return gui.market().monitor().round();
  }

  /** All components of a kind, however deep. */
  static <T> Stream<T> all(Container within, Class<T> type) {
    return Stream.of(within.getComponents())
        .flatMap(
            part ->
                Stream.concat(
                    type.isInstance(part) ? Stream.of(type.cast(part)) : Stream.of(),
                    part instanceof Container container ? all(container, type) : Stream.of()));
  }

  /** The field beside a label of the Model tab. */
  PropertyField field(String label) {
    JLabel found =
        all(console.getModelInspector(), JLabel.class)
            .filter(one -> one.getText() != null && one.getText().strip().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no parameter " + label));
    Component[] row = found.getParent().getComponents();
    int at = List.of(row).indexOf(found);
    for (int k = at; k < row.length; k++) {
      if (row[k] instanceof PropertyField field) {
        return field;
      }
    }
    throw new AssertionError("no field beside " + label);
  }

  boolean hasParameter(String label) {
    return all(console.getModelInspector(), JLabel.class)
        .anyMatch(one -> one.getText() != null && one.getText().strip().equals(label));
  }

  /** Types a value into a field of the Model tab, and Enter. */
  void type(String label, String value) throws Exception {
    onEdt(
        () -> {
          JTextField text = all(field(label), JTextField.class).findFirst().orElseThrow();
          text.setText(value);
          for (int key : new int[] {KeyEvent.VK_A, KeyEvent.VK_ENTER}) {
            KeyEvent event =
                new KeyEvent(
                    text,
                    KeyEvent.KEY_PRESSED,
                    System.currentTimeMillis(),
                    0,
                    key,
                    KeyEvent.CHAR_UNDEFINED);
            for (var listener : text.getKeyListeners()) {
              listener.keyPressed(event);
            }
          }
        });
    settle();
  }

  void choose(String label, String value) throws Exception {
    onEdt(
        () -> all(field(label), JComboBox.class).findFirst().orElseThrow().setSelectedItem(value));
    settle();
  }

  void slide(String label, int place) throws Exception {
    onEdt(() -> all(field(label), JSlider.class).findFirst().orElseThrow().setValue(place));
    settle();
  }

  /** Clicks into the display, at a place of the sheet. */
  void click(double x, double y, int times) throws Exception {
    onEdt(
        () -> {
          Mouse.click(gui.display().display().insideDisplay, x, y, times);
        });
    settle();
  }

  /** Sends mouse events as the window system does. */
  private static final class Mouse {
    static void click(Component target, double x, double y, int times) {
      for (int count = 1; count <= times; count++) {
        for (int id :
            new int[] {
              MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED
            }) {
          target.dispatchEvent(
              new MouseEvent(
                  target,
                  id,
                  System.currentTimeMillis(),
                  MouseEvent.BUTTON1_DOWN_MASK | MouseEvent.BUTTON1_MASK,
                  (int) Math.round(x),
                  (int) Math.round(y),
                  count,
                  false,
                  MouseEvent.BUTTON1));
        }
      }
    }
  }

  String noise() {
    return noise.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    try {
      onEdt(
          () -> {
            console.pressStop();
            gui.quit();
            console.dispose();
            Console.allControllers.remove(console);
            for (Frame frame : Frame.getFrames()) {
              frame.dispose();
            }
          });
      settle();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(noise()).isEmpty();
  }
}
