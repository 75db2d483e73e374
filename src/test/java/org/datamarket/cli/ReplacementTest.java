package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.datamarket.study.Shard;
import org.datamarket.study.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands replace, and what they leave alone, kind by kind. */
class ReplacementTest {
  @TempDir private Path folder;

  @BeforeEach
  void inputs() throws IOException {
    Files.copy(Path.of("models/tuffin-ties.yaml"), at("m.yaml"));
    Files.writeString(
        at("s.yaml"),
        "{format: 1, model: m.yaml, factors: {epsilon: [0.1, 1]}, replications: 2, measures:"
            + " [welfare]}");
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Shell.Outcome run(Object... more) {
    return command("run", at("m.yaml"), more);
  }

  private Shell.Outcome sweep(Object... more) {
    return command("sweep", at("s.yaml"), more);
  }

  private Shell.Outcome command(String command, Path file, Object... more) {
    Object[] words = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {command, file, "--quiet", "--no-report", "--out", at("o")}, 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    return Shell.run(words);
  }

  private JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(at("o/manifest.json").toFile());
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(at(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void manifest_saysWhatTheFolderIsAndTheCommandOnce() throws IOException {
    run().done();
    assertThat(manifest().get("kind").asText()).isEqualTo("run");
    assertThat(manifest().get("unfinished")).isEmpty();
    assertThat(manifest().get("command_line").get(1).asText()).isEqualTo("run");
    assertThat(manifest().get("command_line").get(2).asText()).isEqualTo(at("m.yaml").toString());
    assertThat(manifest().get("outputs").has("charts/prices.svg")).isTrue();
  }

  @Test
  void manifestOfTheVersionBefore_isKnownByItsKeys() throws IOException {
    run().done();
    ObjectNode before = (ObjectNode) manifest();
    before.remove(List.of("kind", "unfinished", "seal"));
    Files.writeString(at("o/manifest.json"), before.toPrettyString());
    run("--force").done();

    before.put("remark", "the run for chapter 3");
    Files.writeString(at("o/manifest.json"), before.toPrettyString());
    assertThat(run("--force").mistake())
        .startsWith(
            at("o") + ": is not replaced: its manifest.json was not written by Data Market");
  }

  @Test
  void folderOfAnotherKind_isKept() {
    sweep().done();
    assertThat(run("--force").mistake())
        .isEqualTo(at("o") + ": is not replaced: it is the folder of a study, not of a run");
  }

  @Test
  void folderAtWork_isKept() throws Exception {
    sweep().done();
    Journal.Header header = new Journal.Header("", "", Shard.WHOLE);
    try (Journal working = Journal.open(at("o/journal.jsonl"), header)) {
      String refused = at("o") + ": is not replaced: another sweep is at work on it";
      assertThat(sweep("--force").mistake()).isEqualTo(refused);
    }
    sweep("--force").done();
  }

  @Test
  void folderThatAnInputIsReadFrom_isKept() throws IOException {
    run().done();
    assertThat(Shell.run("run", at("o/model.yaml"), "--force", "--out", at("o")).mistake())
        .isEqualTo(
            at("o") + ": is not replaced: " + at("o/model.yaml") + ", which is read, is in it");

    Files.delete(at("m.yaml"));
    Files.createSymbolicLink(at("m.yaml"), at("o/model.yaml"));
    assertThat(run("--force").mistake()).contains("which is read, is in it");
  }

  @Test
  void studyWhoseModelOrPartIsInTheFolder_isKept() throws IOException {
    sweep().done();
    Files.writeString(
        at("t.yaml"),
        "{format: 1, model: o/model.yaml, factors: {epsilon: [2, 3]}, measures: [welfare]}");
    assertThat(command("sweep", at("t.yaml"), "--force").mistake())
        .contains("o/model.yaml, which is read, is in it");
    assertThat(command("merge", at("o"), "--force").mistake())
        .contains(at("o") + ", which is read, is in it");
    assertThat(Shell.run("replay", at("o"), 1, "--force", "--out", at("o")).mistake())
        .contains("is not replaced");
  }

  @Test
  void studyThatEndedEarly_isReplacedUnlessItsJournalWasChanged() throws IOException {
    assertThat(sweep("--set", "limits.seconds=1e-9", "--on-error", "stop").exit()).isEqualTo(1);
    assertThat(at("o/runs.csv")).doesNotExist();
    sweep("--force").done();

    assertThat(sweep("--force", "--set", "limits.seconds=1e-9", "--on-error", "stop").exit())
        .isEqualTo(1);
    append("o/journal.jsonl", "my remarks\n");
    assertThat(sweep("--force").mistake()).contains("journal.jsonl was not written by Data Market");
  }

  @Test
  void killedWhileTablesWereWritten_isReplacedAndResumed() throws IOException {
    sweep().done();
    ObjectNode begun = (ObjectNode) manifest();
    String runs = Files.readString(at("o/runs.csv"));
    append("o/runs.csv", "changed\n");
    assertThat(sweep("--resume").mistake())
        .isEqualTo(
            at("o/runs.csv")
                + ": is not replaced: Data Market did not write it, or it was changed since; move"
                + " it away");
    Files.delete(at("o/runs.csv"));
    Files.writeString(at("o/.points.csv.partial"), "half a li");
    assertThat(sweep("--resume").mistake()).contains("points.csv: is not replaced");
    Files.delete(at("o/.points.csv.partial"));
    sweep("--resume").done();
    assertThat(at("o/runs.csv")).hasContent(runs);
    assertThat(manifest().get("outputs")).isEqualTo(begun.get("outputs"));
    sweep("--force").done();
  }

  @Test
  void notesInAStudy_areNotTakenForItsOwnByResume() throws IOException {
    sweep().done();
    append("o/notes.txt", "mine");
    sweep("--resume").done();
    assertThat(manifest().get("outputs").has("notes.txt")).isFalse();
    assertThat(sweep("--force").mistake())
        .isEqualTo(
            at("o")
                + ": is not replaced: notes.txt was not written by Data Market; move that away, or"
                + " name another folder");
    assertThat(at("o/notes.txt")).hasContent("mine");
  }

  @Test
  void chartsOfAnEarlierLook_goAndOthersStay() throws IOException {
    Files.writeString(
        at("s.yaml"),
        "{format: 1, model: m.yaml, measures: [welfare, revenue], factors: {epsilon: {uniform:"
            + " {min: 0.1, max: 1}}, 'sellers[0].quantity': {uniform: {min: 5, max: 9}}}}");
    command("sensitivity", at("s.yaml"), "--samples", 2).done();
    append("o/charts/sensitivity-mine.png", "mine");
    command("sensitivity", at("s.yaml"), "--samples", 2, "--resume", "--measure", "revenue").done();
    assertThat(Shell.tree(at("o/charts")))
        .containsExactly(
            "", "sensitivity-mine.png", "sensitivity-revenue.png", "sensitivity-revenue.svg");
  }

  @Test
  void report_isListedAndReplacesOnlyItsOwn() throws IOException {
    run().done();
    append("o/report.html", "mine");
    assertThat(Shell.run("report", at("o")).mistake())
        .startsWith(at("o/report.html") + ": is not replaced");
    assertThat(at("o/report.html")).hasContent("mine");
    Files.delete(at("o/report.html"));
    Shell.run("report", at("o")).done();
    Shell.run("report", at("o")).done();
    run("--force").done();
    assertThat(at("o/report.html")).doesNotExist();
  }

  @Test
  void report_onADamagedFolder_isAMistake() throws IOException {
    run().done();
    List<String> names =
        List.of("summary.json", "rounds.csv", "buyers.csv", "sellers.csv", "bids.csv");
    Random random = new Random(7);
    for (int k = 0; k < 400; k++) {
      Path file = at("o").resolve(names.get(random.nextInt(names.size())));
      byte[] whole = Files.readAllBytes(file);
      byte[] other = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        other[random.nextInt(other.length)] = (byte) ",\n\"-9{\0x\u00ff".charAt(random.nextInt(9));
      }
      Files.write(
          file,
          random.nextInt(5) == 0
              ? java.util.Arrays.copyOf(other, random.nextInt(other.length))
              : other);
      Shell.Outcome outcome = Shell.run("report", at("o"));
      if (outcome.exit() != 0) {
        assertThat(outcome.mistake()).contains(at("o").toString());
      }
      Files.write(file, whole);
    }
    for (String name : names.subList(1, 5)) {
      Path file = at("o").resolve(name);
      Files.move(file, at("aside"));
      assertThat(Shell.run("report", at("o")).mistake())
          .isEqualTo(file + ": there is no such file");
      Files.move(at("aside"), file);
    }
  }

  @Test
  void checkpoint_replacesOnlyThoseOfItsModel() throws IOException {
    append("o.checkpoint", "mine");
    assertThat(run("--checkpoint-every", 1).mistake())
        .startsWith(at("o.checkpoint") + ": is not replaced: it is no checkpoint of this model");
    run().done();
    assertThat(at("o.checkpoint")).hasContent("mine");
    Files.delete(at("o.checkpoint"));
    run("--force", "--checkpoint-every", 1).done();
    byte[] kept = Files.readAllBytes(at("o.checkpoint"));
    assertThat(
            Shell.run("run", at("m.yaml"), "--seed", 9, "--checkpoint-every", 1, "--out", at("o"))
                .mistake())
        .contains("exists already");
    Shell.run(
            "run",
            at("m.yaml"),
            "--quiet",
            "--seed",
            9,
            "--checkpoint-every",
            1,
            "--force",
            "--out",
            at("o"))
        .done();
    assertThat(Files.readAllBytes(at("o.checkpoint"))).isNotEqualTo(kept);
  }
}
