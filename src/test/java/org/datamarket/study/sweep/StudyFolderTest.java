package org.datamarket.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.output.Column;
import org.datamarket.output.RunTables;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Series;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.StudyMeasures;
import org.datamarket.study.sweep.Journal.Entry;
import org.datamarket.study.table.StudyOutcomes;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyRounds;
import org.datamarket.study.table.StudyTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFolderTest {
  private static final FakeStudy STUDY = FakeStudy.of(3, 2);

  @TempDir private Path folder;

  @BeforeEach
  void made() throws Exception {
    StudyFolder.contents(STUDY).writeTo(folder);
    try (Journal journal = journal(STUDY, Shard.WHOLE, "1")) {
      for (Point point : STUDY.points()) {
        for (int k = 1; k <= 2; k++) {
          RunSpec spec = STUDY.run(point, k);
          Outcome outcome =
              spec.point() == 2 ? Outcome.failed(new Error("a,b")) : FakeStudy.play(spec);
          journal.add(new Entry(spec.key(), outcome, point.number() + 0.5, "host", 1));
        }
      }
      new StudyTables(STUDY, journal).writeTo(folder);
    }
  }

  private Journal journal(Study study, Shard shard, String version)
      throws IOException, UserMistake {
    return StudyJournals.open(folder, study, shard, version);
  }

  private StudyFolder open() throws UserMistake {
    return StudyFolder.open(folder, file -> STUDY);
  }

  @Test
  void result_isReadBack() throws Exception {
    StudyResult result = open().result();
    assertThat(result.model()).isEqualTo(STUDY.model().name());
    assertThat(result.rows()).hasSize(6);
    for (StudyResult.Row row : result.rows()) {
      RunSpec spec = STUDY.run(STUDY.points().get(row.point() - 1), row.replication());
      assertThat(row.number()).isEqualTo(2 * (row.point() - 1) + row.replication());
      assertThat(row.seed()).isEqualTo(spec.seed());
      assertThat(row.levels()).containsExactly("" + row.point());
      assertThat(row.seconds()).isEqualTo(row.point() + 0.5);
      Outcome outcome = FakeStudy.play(spec);
      if (row.point() == 2) {
        assertThat(row.error()).isEqualTo("Error: a,b");
        assertThat(row.values()).containsOnly(Double.NaN);
      } else {
        assertThat(row.status()).isEqualTo(outcome.status());
        assertThat(row.values().get(0)).isEqualTo(Double.parseDouble(outcome.measures().get(0)));
      }
    }
    Files.delete(folder.resolve(Journal.FILE));
    assertThat(open().result().rows().get(0).seconds()).isNaN();
  }

  @Test
  void rounds_areReadBack() throws Exception {
    StudyRounds rounds = open().rounds(open().rows()).orElseThrow();
    assertThat(rounds(rounds))
        .containsExactly("0/1: 0.0", "1/1: 0.0", "1/2: 1.0", "4/1: 0.0", "5/1: 0.0", "5/2: 1.0");
    assertThat(rounds.series()).extracting(Series::name).containsExactly("messages");
    Files.delete(folder.resolve(StudyTables.ROUNDS));
    assertThat(open().rounds(open().rows())).isEmpty();
  }

  /** Whoever has the journal at hand need not read the tables. */
  @Test
  void outcomes_areWhatTheTablesSay() throws Exception {
    try (Journal journal = open().journal()) {
      StudyOutcomes outcomes = new StudyOutcomes(STUDY, journal);
      StudyResult result = outcomes.result();
      assertThat(result).isEqualTo(open().result());
      assertThat(rounds(outcomes.rounds().orElseThrow()))
          .isEqualTo(rounds(open().rounds(result.rows()).orElseThrow()))
          .hasSize(6);
    }
  }

  private static List<String> rounds(StudyRounds rounds) throws Exception {
    List<String> read = new ArrayList<>();
    rounds.read((run, round, values) -> read.add(run + "/" + round + ": " + values[0]));
    return read;
  }

  /** All counts but those of how the market stands are of what happened in a round. */
  @Test
  void series_knowWhetherTheyAreOfARoundAlone() {
    for (Column<?> column : RunTables.ofRounds().subList(1, RunTables.ofRounds().size())) {
      assertThat(StudyMeasures.series(column.name()).perRound())
          .as(column.name())
          .isEqualTo(
              column.type() == Column.Type.COUNT
                  && !List.of("live_bids", "over_budget").contains(column.name()));
    }
  }

  @Test
  void runs_areFoundByRowAndByPoint() throws Exception {
    assertThat(open().row("4").point()).isEqualTo(2);
    assertThat(open().row("2/2").error()).isEqualTo("Error: a,b");
    Files.delete(folder.resolve(StudyTables.RUNS));
    assertThat(open().row("3/1").status()).isNotEmpty();
    Files.delete(folder.resolve(Journal.FILE));
    assertThat(open().row("3/1").status()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,6", "7,6", "x,6", "-1,6", "1/3,2", "4/1,3", "/,3", "1/,2", "9999999999,6"})
  void otherRows_areNotThere(String name, int most) {
    assertThatThrownBy(() -> open().row(name))
        .isInstanceOf(UserMistake.class)
        .hasMessageMatching(
            "(row|point|replication) \".*\": is not there; expected a number from 1 to " + most);
  }

  @Test
  void changedStudy_isRefusedWithTheDifference() {
    assertThatThrownBy(() -> journal(FakeStudy.of(4, 5), Shard.WHOLE, "1"))
        .isInstanceOf(UserMistake.class)
        .hasMessage(
            folder + ": belongs to another study: points is 4, was 3; replications is 5, was 2");
  }

  @Test
  void otherVersionShardOrFile_isRefused() throws Exception {
    Path file = folder.resolve(Journal.FILE);
    assertThatThrownBy(() -> journal(STUDY, Shard.WHOLE, "2"))
        .hasMessage(
            file + ": was begun by version 1, which may get other results than this version, 2");
    assertThatThrownBy(() -> journal(STUDY, new Shard(2, 3), "1"))
        .hasMessage(file + ": was begun for the whole study, not for shard 2/3");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"study\":\"..", "\"study\":\"zz"));
    Journals.reseal(file);
    assertThatThrownBy(() -> journal(STUDY, Shard.WHOLE, "1"))
        .hasMessageStartingWith(
            file + ": was begun for another study; study.yaml, model.yaml or a table");
    Path model = folder.resolve(StudyFolder.MODEL);
    Files.writeString(model, Files.readString(model).replace("epsilon: ", "epsilon: 1"));
    assertThatThrownBy(() -> journal(STUDY, Shard.WHOLE, "1"))
        .hasMessageStartingWith(folder + ": belongs to another study: model: epsilon is ");
    Files.createDirectories(folder.resolve("inputs"));
    Files.writeString(folder.resolve("inputs/more.csv"), "");
    assertThatThrownBy(() -> journal(STUDY, Shard.WHOLE, "1"))
        .hasMessageEndingWith("; the table more.csv has changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "point,rep | point,repp | runs.csv:1: is not the header of this study; expected"
            + " point,replication,seed,x,",
        "\\n"
            + "1,1, | \\n"
            + "1,1,1, | runs.csv:2: has 9 cells; expected 8, one for each column of the header",
        "\\n1,1, | \\n9,1, | runs.csv:2: is no run of this study",
        "\\n1,1, | \\n2,1, | runs.csv:2: is no run of this study",
        "\\n1,1, | \\n1,2, | runs.csv:2: is no run of this study",
        "\\n1,1, | \\n1,x, | runs.csv:2: replication is x; expected a whole number",
        "\\n1,1, | \\n\"1,1, | runs.csv",
      })
  void damagedTable_isRefused(String old, String young, String message) throws Exception {
    Path runs = folder.resolve(StudyTables.RUNS);
    String text = Files.readString(runs);
    String damaged = text.replaceFirst(unescaped(old), unescaped(young).replace("\\", "\\\\"));
    assertThat(damaged).isNotEqualTo(text);
    Files.writeString(runs, damaged);
    assertThatThrownBy(() -> open().result())
        .isInstanceOf(UserMistake.class)
        .hasMessageStartingWith(folder + "/" + message);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n");
  }

  @Test
  void otherFolders_areNone() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThatThrownBy(() -> StudyFolder.open(other, file -> STUDY))
        .hasMessage(other + ": is not the folder of a study: it has no study.yaml");
    assertThatThrownBy(() -> StudyFolder.open(other.resolve("x"), file -> STUDY))
        .hasMessageEndingWith("there is no such folder");
    assertThatThrownBy(() -> StudyFolder.open(folder.resolve("study.yaml"), file -> STUDY))
        .hasMessageEndingWith("is no folder");
    Files.delete(folder.resolve(StudyTables.RUNS));
    assertThatThrownBy(() -> open().result())
        .hasMessage(folder + ": has no runs.csv: the study is not finished, or is a shard");
  }
}
