package org.datamarket.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Outcome;
import org.datamarket.study.Shard;
import org.datamarket.study.sweep.Journal.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was added to a journal stays, whatever happens to the program. */
class JournalTest {
  private static final Journal.Header HEADER = new Journal.Header("abc", "1.0", Shard.WHOLE);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("journal.jsonl");
  }

  private static Entry entry(String key, String value) {
    Outcome outcome =
        new Outcome("converged", "", List.of(value, ""), List.of(List.of("1"), List.of("é\n")));
    return new Entry(key, outcome, 0.25, "host", 1);
  }

  private static Entry failure(String key, String message, int attempt) {
    Outcome outcome = new Outcome(Outcome.ERROR, message, List.of(), List.of());
    return new Entry(key, outcome, 0.25, "host", attempt);
  }

  private void write(Entry... entries) throws IOException, UserMistake {
    try (Journal journal = Journal.open(file, HEADER)) {
      for (Entry entry : entries) {
        journal.add(entry);
      }
    }
  }

  @Test
  void whatIsAdded_isThereAtOnceAndAfterwards() throws Exception {
    Entry a = entry("x=1\ny=2#1", "0.5");
    try (Journal journal = Journal.open(file, HEADER)) {
      assertThat(journal.find(a.key())).isEmpty();
      journal.add(a);
      assertThat(journal.find(a.key())).contains(a);
      try (Journal other = Journal.read(file)) {
        assertThat(other.find(a.key())).contains(a);
      }
    }
    try (Journal journal = Journal.open(file, new Journal.Header("other", "2", Shard.WHOLE))) {
      assertThat(journal.header()).isEqualTo(HEADER);
      assertThat(journal.find(a.key())).contains(a);
      journal.add(entry("b", "1"));
      assertThat(journal.keys()).containsExactlyInAnyOrder(a.key(), "b");
    }
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void cutAtAnyByte_losesAtMostTheLastLine() throws Exception {
    write(entry("a", "1"), entry("b", "2"), entry("c", "3"));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int complete = 0;
      for (int k = 0; k < length; k++) {
        complete += whole[k] == '\n' ? 1 : 0;
      }
      try (Journal journal = Journal.open(file, HEADER)) {
        assertThat(journal.size()).as("cut at %d", length).isEqualTo(Math.max(0, complete - 1));
        journal.add(entry("a", "1"));
        journal.add(entry("b", "2"));
        journal.add(entry("c", "3"));
      }
      assertThat(Files.readAllBytes(file)).as("cut at %d", length).isEqualTo(whole);
    }
  }

  @Test
  void anythingWithoutALineFeed_isCutOff() throws Exception {
    write(entry("a", "1"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 5000));
    try (Journal journal = Journal.open(file, HEADER)) {
      assertThat(journal.keys()).containsExactly("a");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void linesLongerThanABlock_areReadBack() throws Exception {
    Entry long1 = entry("a", "1".repeat(200_000));
    Entry long2 = entry("b", "2".repeat(65_536));
    write(long1, long2, entry("c", "3"));
    try (Journal journal = Journal.read(file)) {
      assertThat(journal.find("a")).contains(long1);
      assertThat(journal.find("b")).contains(long2);
      assertThat(journal.find("c")).contains(entry("c", "3"));
    }
  }

  @Test
  void sameOutcomeAgain_isIgnored_anotherOne_isRefused() throws Exception {
    try (Journal journal = Journal.open(file, HEADER)) {
      journal.add(entry("a", "1"));
      long size = Files.size(file);
      journal.add(new Entry("a", entry("a", "1").outcome(), 99, "elsewhere", 3));
      assertThat(Files.size(file)).isEqualTo(size);
      assertThatThrownBy(() -> journal.add(entry("a", "2")))
          .isInstanceOf(UserMistake.class)
          .hasMessage("the run a came out in two ways, so it is not reproducible: 1, and 2,");
      assertThat(journal.find("a")).contains(entry("a", "1"));
    }
  }

  @Test
  void contradictionInTheFile_isNamedByItsLine() throws Exception {
    write(entry("a", "1"));
    String second = Files.readAllLines(file).get(1).replace("\"1\",\"\"", "\"2\",\"\"");
    Files.writeString(file, Files.readString(file) + second + "\n");
    Journals.reseal(file);
    assertThatThrownBy(() -> Journal.read(file))
        .hasMessage(
            file + ":3: the run a came out in two ways, so it is not reproducible: 1, and 2,");
  }

  @Test
  void failure_givesWayToALaterAttempt_butAnOutcomeDoesNot() throws Exception {
    try (Journal journal = Journal.open(file, HEADER)) {
      journal.add(failure("a", "first", 1));
      assertThat(journal.failures()).isEqualTo(1);
      journal.add(failure("a", "second", 2));
      journal.add(failure("a", "first", 1));
      assertThat(journal.find("a")).contains(failure("a", "second", 2));
      assertThatThrownBy(() -> journal.add(failure("a", "other", 2)))
          .isInstanceOf(UserMistake.class);
      Entry made = new Entry("a", entry("a", "1").outcome(), 1, "host", 3);
      journal.add(made);
      assertThat(journal.failures()).isZero();
      journal.add(failure("a", "second", 2));
      assertThat(journal.find("a")).contains(made);
      assertThatThrownBy(() -> journal.add(failure("a", "worse", 4)))
          .isInstanceOf(UserMistake.class);
    }
    try (Journal journal = Journal.read(file)) {
      assertThat(journal.hasFailed("a")).isFalse();
      assertThat(journal.attempts("a")).isEqualTo(3);
    }
  }

  @Test
  void secondSweep_isRefused_aReaderIsNot() throws Exception {
    try (Journal first = Journal.open(file, HEADER)) {
      first.add(entry("a", "1"));
      assertThatThrownBy(() -> Journal.open(file, HEADER))
          .isInstanceOf(UserMistake.class)
          .hasMessage(file + ": another sweep is at work on it");
      assertThat(Journal.isInUse(file)).isTrue();
      try (Journal reader = Journal.read(file)) {
        assertThat(reader.keys()).containsExactly("a");
      }
    }
    assertThat(Journal.isInUse(file)).isFalse();
    assertThat(Journal.isInUse(folder.resolve("none"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\u0000\u0000",
        "{\"key\":\"a\"}",
        "{\"key\":1,\"outcome\":{\"status\":\"\",\"error\":\"\",\"measures\":[],\"rounds\":[]},\"seconds\":1,\"host\":\"\",\"attempt\":1}",
        "{\"key\":\"a\",\"outcome\":{\"status\":\"\",\"error\":\"\",\"measures\":[1],\"rounds\":[]},\"seconds\":1,\"host\":\"\",\"attempt\":1}",
        "{\"key\":\"a\",\"outcome\":{\"status\":\"\",\"error\":\"\",\"measures\":[],\"rounds\":[]},\"seconds\":1,\"host\":\"\",\"attempt\":1.5}",
      })
  void damagedLine_isNamedWithACure(String damaged) throws Exception {
    write(entry("a", "1"));
    String line = damaged.startsWith("{\"") ? LineChecksum.on(damaged) : damaged;
    Files.writeString(file, Files.readString(file) + line + "\n");
    assertThatThrownBy(() -> Journal.open(file, HEADER))
        .isInstanceOf(UserMistake.class)
        .hasMessageStartingWith(file + ":3: is no line of a study's journal (")
        .hasMessageMatching(
            line.equals(damaged) ? "(?s).*" : "(?s).* (has no|is no|a cell is no) .*")
        .hasMessageEndingWith("; take the line out, and its run is made again");
  }

  /** Any digit of any line, wherever it stands. */
  @Test
  void changedLine_isKnown() throws Exception {
    write(entry("a", "1"), entry("b", "2"));
    String text = Files.readString(file);
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (!Character.isLetterOrDigit(c)) {
        continue;
      }
      String changed = text.substring(0, k) + (c == '7' ? '8' : '7') + text.substring(k + 1);
      Files.writeString(file, changed);
      int line = (int) text.substring(0, k).chars().filter(b -> b == '\n').count() + 1;
      assertThatThrownBy(() -> Journal.read(file))
          .as(changed)
          .isInstanceOf(UserMistake.class)
          .hasMessageStartingWith(file + ":" + line + ": is no line of a study's journal (");
    }
    Files.writeString(file, text.replaceFirst("\\[\"2\"", "[\"3\""));
    assertThatThrownBy(() -> Journal.open(file, HEADER))
        .hasMessage(
            file
                + ":3: is no line of a study's journal (it is not as it was written: its checksum"
                + " does not fit); take the line out, and its run is made again");
  }

  @Test
  void journalOfAnEarlierVersion_isRefused() throws Exception {
    Files.writeString(file, "{\"format\":1,\"study\":\"\",\"version\":\"\",\"shard\":\"1/1\"}\n");
    assertThatThrownBy(() -> Journal.open(file, HEADER))
        .hasMessage(
            file
                + ":1: is no line of a study's journal (format is 1, that of an earlier version;"
                + " expected 2)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{}",
        "{\"format\":3,\"study\":\"\",\"version\":\"\",\"shard\":\"1/1\"}",
        "{\"format\":2,\"study\":\"\",\"version\":\"\",\"shard\":\"3/1\"}"
      })
  void otherFile_isNoJournal(String plain) throws Exception {
    String header = plain.startsWith("{\"") ? LineChecksum.on(plain) : plain;
    Files.writeString(file, header + "\n");
    assertThatThrownBy(() -> Journal.open(file, HEADER))
        .hasMessageStartingWith(file + ":1: is no line of");
    assertThat(Files.readString(file)).isEqualTo(header + "\n");
  }

  @Test
  void nothing_isNoJournalToRead() throws Exception {
    assertThatThrownBy(() -> Journal.read(file)).hasMessage(file + ": there is no such file");
    Files.writeString(file, "{\"format\":1");
    assertThatThrownBy(() -> Journal.read(file)).hasMessage(file + ": is empty");
  }
}
