package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import java.awt.event.ActionEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.MenuElement;
import org.datamarket.gui.chart.FigureChart;
import org.datamarket.gui.chart.LiveChart;
import org.datamarket.gui.widget.Dialogs;
import org.datamarket.gui.widget.FileSaver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sim.portrayal.inspector.PropertyInspector;
import sim.util.gui.DisclosurePanel;

/**
 * Whatever the window saves: nothing that is there is replaced unasked, and a failed save leaves it
 * whole.
 */
class SavingGuiTest {
  /** Pictures have two pixels for each unit of theirs; no chart is narrower than this. */
  private static final int WIDTH = 1900;

  private static final String OURS = "not to be lost";
  private static final Path ANOTHER_MODEL = Path.of("models/hong-kong.yaml");

  @TempDir private Path folder;
  private FigureChart figure;

  /** Something in the window that saves a file. */
  private interface Save {
    void run(GuiSession session) throws Exception;
  }

  private Save of(String way) {
    return switch (way) {
      case "checkpoint" -> session -> onEdt(() -> session.menu("Save As...").doClick());
      case "chart.png", "chart.pdf" -> session -> onEdt(() -> chartButton(session, way).doClick());
      case "menu.png" ->
          session -> onEdt(() -> chart(session).pane().actionPerformed(command("SAVE_AS_PNG")));
      case "menu.pdf" ->
          session -> onEdt(() -> chart(session).pane().actionPerformed(command("SAVE_AS_PDF")));
      case "camera.png", "camera.pdf" ->
          session -> onEdt(() -> session.gui.display().display().snapshotButton.doClick());
      case "figure.pdf" -> session -> onEdt(() -> figureButton(session).doClick());
      case "figure.png" -> session -> onEdt(() -> figureItem(session).doClick());
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static ActionEvent command(String command) {
    return new ActionEvent(SavingGuiTest.class, ActionEvent.ACTION_PERFORMED, command);
  }

  private static LiveChart chart(GuiSession session) {
    LiveChart chart = session.gui.charts().all().get(0);
    chart.update();
    return chart;
  }

  private static JButton chartButton(GuiSession session, String way) {
    String text = "Save as " + way.substring(way.indexOf('.') + 1).toUpperCase() + "…";
    return GuiSession.all(chart(session).frame(), JButton.class)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The one chart of a figure: for a second, MASON would ask whether it goes into the same window.
   */
  private FigureChart figure(GuiSession session) {
    if (figure == null) {
      MarketState state = new MarketState(session.gui);
      figure =
          (FigureChart)
              PropertyInspector.makeInspector(
                  FigureChart.class, state, 1, session.console, session.gui);
      figure.setStopper(() -> {});
    }
    return figure;
  }

  private JButton figureButton(GuiSession session) {
    return GuiSession.all(figure(session).getGenerator(), DisclosurePanel.class)
        .flatMap(
            panel ->
                GuiSession.all((java.awt.Container) panel.getDisclosedComponent(), JButton.class))
        .filter(button -> "Save as PDF".equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  private JMenuItem figureItem(GuiSession session) {
    List<JMenuItem> found = new ArrayList<>();
    collect(figure(session).getGenerator().getChartPanel().getPopupMenu(), found);
    return found.stream()
        .filter(item -> "SAVE_AS_PNG".equals(item.getActionCommand()))
        .findFirst()
        .orElseThrow();
  }

  private static void collect(MenuElement menu, List<JMenuItem> items) {
    for (MenuElement part : menu.getSubElements()) {
      if (part instanceof JMenuItem item) {
        items.add(item);
      }
      collect(part, items);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkpoint",
        "chart.png",
        "chart.pdf",
        "menu.png",
        "menu.pdf",
        "camera.png",
        "camera.pdf",
        "figure.pdf",
        "figure.png"
      })
  void fileThatIsThere_isReplacedOnlyIfAgreed(String way) throws Exception {
    Path file = Files.writeString(folder.resolve("Mine." + way.replaceAll(".*\\.", "")), OURS);
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      session.answerWith(file);
      session.agree(false);
      of(way).run(session);
      settle();
      assertThat(session.questions)
          .singleElement()
          .asString()
          .contains(file.getFileName().toString());
      assertThat(file).hasContent(OURS);

      session.answerWith(file);
      session.agree(true);
      of(way).run(session);
      settle();
      assertThat(session.questions).hasSize(2);
      assertThat(Files.size(file)).isGreaterThan(1000);
      assertWritten(way, file);

      Path missing = folder.resolve("no/such/folder/" + file.getFileName());
      session.answerWith(missing);
      of(way).run(session);
      settle();
      assertThat(session.errors)
          .singleElement()
          .asString()
          .contains("Nothing was saved", "no/such/folder");
      assertThat(names()).containsExactly(file.getFileName().toString());
    }
  }

  private static void assertWritten(String way, Path file) throws IOException {
    if (way.endsWith("png")) {
      assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThanOrEqualTo(WIDTH);
    } else if (way.endsWith("pdf")) {
      assertThat(Files.readAllBytes(file)).startsWith("%PDF".getBytes());
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void afterNo_anotherNameMayBeChosen_andEndingsAreAdded() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.png"), OURS);
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(1);
      session.answerWith(folder.resolve("mine"));
      session.agree(false);
      session.answerWith(folder.resolve("other"));
      of("chart.png").run(session);
      assertThat(mine).hasContent(OURS);
      assertThat(names()).containsExactly("mine.png", "other.png");
    }
  }

  @Test
  void failedSave_leavesTheOldFile() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine"), OURS);
    List<String> told = new ArrayList<>();
    FileSaver saver = new FileSaver(() -> new Told(told));
    boolean saved =
        saver.write(
            null,
            "Save",
            mine,
            file ->
                org.datamarket.io.WholeFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    }));
    assertThat(saved).isFalse();
    assertThat(mine).hasContent(OURS);
    assertThat(told)
        .singleElement()
        .asString()
        .contains("Nothing was saved", "No space left on device");
    assertThat(names()).containsExactly("mine");
  }

  private record Told(List<String> errors) implements Dialogs {
    @Override
    public void error(java.awt.Component parent, String title, String message) {
      errors.add(message);
    }

    @Override
    public boolean confirm(java.awt.Component parent, String title, String question, String yes) {
      return false;
    }

    @Override
    public java.util.Optional<Path> fileToOpen(
        java.awt.Component parent, String title, String kind, String... endings) {
      return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<Path> fileToSave(
        java.awt.Component parent, String title, String proposal) {
      return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<Path> folder(java.awt.Component parent, String title) {
      return java.util.Optional.empty();
    }
  }

  @Test
  void folder_isNoFile() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(1);
      session.answerWith(folder);
      of("checkpoint").run(session);
      assertThat(session.errors).singleElement().asString().endsWith(": is a folder");
    }
  }

  @Test
  void save_knowsTheNameOfTheSameRunOnly() throws Exception {
    Path first = folder.resolve("first.checkpoint");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      session.answerWith(first);
      onEdt(() -> session.menu("Save").doClick());
      byte[] then = Files.readAllBytes(first);
      session.step(1);
      onEdt(() -> session.menu("Save").doClick());
      assertThat(Files.readAllBytes(first))
          .as("the same run goes where it went")
          .isNotEqualTo(then);
      assertThat(session.questions).isEmpty();

      byte[] kept = Files.readAllBytes(first);
      onEdt(() -> session.console.openModel(ANOTHER_MODEL));
      settle();
      onEdt(() -> session.menu("Save").doClick());
      assertThat(session.errors).singleElement().asString().contains("press play or pause first");
      session.step(1);
      onEdt(() -> session.menu("Save").doClick());
      assertThat(Files.readAllBytes(first)).as("another model asks for a name").isEqualTo(kept);

      onEdt(() -> session.console.openCheckpoint(first));
      settle();
      session.type("ε, the bid fee", "0.25");
      onEdt(session.console::pressStop);
      session.step(1);
      onEdt(() -> session.menu("Save").doClick());
      assertThat(Files.readAllBytes(first)).as("and so do other parameters").isEqualTo(kept);
      assertThat(session.questions).isEmpty();
    }
  }

  @Test
  void save_asksIfTheFileIsAnotherByNow() throws Exception {
    Path file = folder.resolve("run.checkpoint");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      session.answerWith(file);
      onEdt(() -> session.menu("Save").doClick());
      Files.writeString(file, OURS);
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
      onEdt(() -> session.menu("Save").doClick());
      assertThat(file).hasContent(OURS);
    }
  }

  @Test
  void pictures_ofAnotherRun_areNotReplaced() throws Exception {
    Path film = folder.resolve("film");
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.answerWith(film);
      onEdt(() -> session.menu("Pictures of every round…").doClick());
      session.step(2);
      byte[] second = Files.readAllBytes(film.resolve("frame-00002.png"));
      onEdt(session.console::pressStop);
      session.step(2);
      assertThat(session.errors).as("the same run again has the same pictures").isEmpty();
      assertThat(Files.readAllBytes(film.resolve("frame-00002.png"))).isEqualTo(second);

      onEdt(() -> session.console.openModel(ANOTHER_MODEL));
      settle();
      session.step(2);
      assertThat(Files.readAllBytes(film.resolve("frame-00002.png"))).isEqualTo(second);
      assertThat(session.errors)
          .singleElement()
          .asString()
          .contains("No more pictures", "\"film\"", "another run");
      assertThat(session.gui.film().folder()).isEmpty();

      session.answerWith(film);
      session.agree(false);
      onEdt(() -> session.menu("Pictures of every round…").doClick());
      assertThat(session.questions).singleElement().asString().contains("frame-00000.png");
      session.step(1);
      assertThat(Files.readAllBytes(film.resolve("frame-00002.png"))).isEqualTo(second);

      session.answerWith(film);
      session.agree(true);
      onEdt(() -> session.gui.display().display().movieButton.doClick());
      assertThat(Files.readAllBytes(film.resolve("frame-00003.png"))).isNotEmpty();
      assertThat(Files.readAllBytes(film.resolve("frame-00002.png"))).isEqualTo(second);
    }
  }

  @Test
  void masonsOwnWaysOfSaving_areNotOffered() throws Exception {
    List<Object> offered = new ArrayList<>();
    sim.util.Bag names = PropertyInspector.getPropertyInspectorClassNames();
    for (int k = 0; k < names.numObjs; k++) {
      offered.add(names.objs[k]);
    }
    assertThat(offered).containsExactly(FigureChart.class.getName());
    assertThat(new File("pom.xml")).content().contains("propertyinspector.classes");
  }
}
