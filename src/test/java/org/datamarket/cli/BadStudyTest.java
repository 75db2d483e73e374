package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.Journals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken folders of studies, and mistakes in what is asked of them: one line, and nothing changes.
 */
class BadStudyTest {
  private static final String STUDY =
      """
      format: 1
      model: m.yaml
      factors: {epsilon: [0.5, 1]}
      replications: 2
      measures: [welfare]
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void folders() throws IOException {
    Files.copy(Path.of("models/tuffin-ties.yaml"), at("m.yaml"));
    Files.writeString(at("s.yaml"), STUDY);
    Files.writeString(at("t.yaml"), STUDY.replace("replications: 2", "replications: 3"));
    Files.writeString(at("text"), "text\n");
    Files.createDirectory(at("empty"));
    Files.createDirectory(at("full"));
    Files.writeString(at("full/precious"), "");
    Shell.run("sweep", at("s.yaml"), "--out", at("done")).done();
    Shell.run("sweep", at("t.yaml"), "--out", at("other")).done();
    Shell.run("sweep", at("s.yaml"), "--shard", "1/3", "--out", at("part")).done();

    Files.delete(copy("nostudy").resolve("study.yaml"));
    Files.delete(copy("nomodel").resolve("model.yaml"));
    Files.delete(copy("noruns").resolve("runs.csv"));
    Files.delete(copy("nojournal").resolve("journal.jsonl"));
    Files.writeString(copy("emptyjournal").resolve("journal.jsonl"), "");
    Files.writeString(copy("nojson").resolve("journal.jsonl"), "text\n");
    Files.createDirectories(copy("table").resolve("inputs"));
    Files.writeString(at("table/inputs/more.csv"), "");
    edit("version", "journal.jsonl", "\"version\":\"[^\"]*\"", "\"version\":\"0.0.1\"");
    edit("fingerprint", "journal.jsonl", "\"study\":\"....", "\"study\":\"0000");
    edit("damaged", "journal.jsonl", "(?m)^\\{\"key\":\"epsilon=1#", "{\"kee\":\"epsilon=1#");
    edit(
        "twice",
        "journal.jsonl",
        "(?s)\\n(\\{\"key\".*?)\\[\"([^\\n]*)\\n",
        "\n$1[\"$2\n$1[\"9$2\n");
    Path changed = copy("changed").resolve(Journal.FILE);
    Files.writeString(changed, Files.readString(changed).replaceFirst("\\[\"\\d", "[\"77"));
    edit("replications", "study.yaml", "replications: 2", "replications: 4");
    edit("epsilon", "model.yaml", "epsilon: .*", "epsilon: 77");
    edit("key", "study.yaml", "replications: 2", "replicatoins: 2");
    edit("noyaml", "study.yaml", "replications: 2", "replications: [");
    edit("broken", "model.yaml", "epsilon: .*", "epsilon: x");
    edit("header", "runs.csv", "welfare", "wellfare");
    edit("cells", "runs.csv", "\n1,1,", "\n1,1,1,");
    edit("point", "runs.csv", "\n1,1,", "\n8,1,");
    edit("level", "runs.csv", ",0.5,converged", ",0.6,converged");
    edit("seed", "runs.csv", "\n1,1,", "\n1,1,1");
    edit("number", "runs.csv", "\n1,1,", "\n1,one,");
    edit("rows", "runs.csv", "(?s)\n.*", "\n");
  }

  private static Path at(String name) {
    return folder.resolve(name);
  }

  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectory(at(name));
    try (Stream<Path> files = Files.list(at("done"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  private static void edit(String name, String file, String old, String young) throws IOException {
    Path edited = copy(name).resolve(file);
    String text = Files.readString(edited);
    assertThat(text.replaceFirst(old, young)).as(name).isNotEqualTo(text);
    Files.writeString(edited, text.replaceFirst(old, young));
    if (file.equals(Journal.FILE)) {
      Journals.reseal(edited);
    }
  }

  static Stream<Arguments> commandLines() {
    return """
    sweep | missing required parameter: 'STUDY'; see "datamarket sweep --help"
    sweep DIR/nowhere.yaml | DIR/nowhere.yaml: there is no file DIR/nowhere.yaml
    sweep DIR/done | DIR/done: DIR/done is a directory; expected a file
    sweep DIR/s.yaml --threads 0 | invalid value for '--threads': "0"; expected a whole number from 1 to *
    sweep DIR/s.yaml --threads many | invalid value for '--threads': "many"; expected *
    sweep DIR/s.yaml --engine spark --master spark://h:7077 | --engine spark: this build is without it; make one that has it with "mvn -Pspark -DskipTests package", and use target/spark/datamarket (see docs/cluster.md)
    sweep DIR/s.yaml --engine spark --dry-run | --engine spark: this build is without it; *
    sensitivity DIR/s.yaml --engine spark | --engine spark: this build is without it; *
    sweep DIR/s.yaml --engine sparks | --engine sparks: is not known; expected threads or spark; did you mean "spark"?
    sweep DIR/s.yaml --master local[2] | --master is for a cluster; expected --engine spark with it
    sweep DIR/s.yaml --shard 0/3 | invalid value for '--shard': "0/3"; expected a part of all, such as 1/3 for the first of 3; *
    sweep DIR/s.yaml --shard 4/3 | invalid value for '--shard': "4/3"; expected *
    sweep DIR/s.yaml --shard 1 | invalid value for '--shard': "1"; expected *
    sweep DIR/s.yaml --on-error never | invalid value for '--on-error': "never"; expected continue, stop, or retry:K such as retry:2; *
    sweep DIR/s.yaml --on-error retry:0 | invalid value for '--on-error': "retry:0"; expected *
    sweep DIR/s.yaml --on-error retry | invalid value for '--on-error': "retry"; expected *
    sweep DIR/s.yaml --resume --force | --resume and --force are given both; expected one of them*
    sweep DIR/s.yaml --watch wellfare | --watch wellfare: is no measure of the study; expected welfare; did you mean "welfare"?
    sweep DIR/s.yaml --dry | unknown option "--dry"*
    sweep DIR/s.yaml --set replications=0 | --set replications=0: *
    sweep DIR/s.yaml --set replications | --set replications: is not an override*
    sweep DIR/s.yaml --out DIR/done | DIR/done: exists already; go on with it by --resume, name another by --out, or replace it with --force
    sweep DIR/s.yaml --out DIR/full | DIR/full: exists already
    sweep DIR/s.yaml --out DIR/full --force | DIR/full: is not replaced: precious is in it, and no manifest.json says that Data Market wrote it; move that away, or name another folder
    sweep DIR/s.yaml --out DIR/full --resume | DIR/full: is not the folder of a study, so there is nothing to resume
    sweep DIR/s.yaml --out DIR/text --resume | DIR/text: is not the folder of a study, so there is nothing to resume
    sweep DIR/s.yaml --out DIR/text --force | DIR/text: exists, and is not a folder
    sweep DIR/s.yaml --out DIR/text/below | DIR/text/below: *
    sweep DIR/s.yaml --out DIR/nomodel --resume | DIR/nomodel: is not the folder of a study, so there is nothing to resume
    sweep DIR/t.yaml --out DIR/done --resume | DIR/done: belongs to another study: name is t, was s; replications is 3, was 2
    sweep DIR/s.yaml --out DIR/done --resume --set round-limit=77 | DIR/done: belongs to another study: model: round-limit is 77, was *
    sweep DIR/s.yaml --set epsilon=3 | --set epsilon=3: epsilon is set by a factor of the study, at DIR/s.yaml:*; expected an override of its levels, such as factors.epsilon=[…]
    sweep DIR/s.yaml --out DIR/done --resume --set factors.epsilon=[0.5] | DIR/done: belongs to another study: factors.epsilon[1] is no longer there, was 1
    sweep DIR/s.yaml --out DIR/done --resume --set seed=2 | DIR/done: belongs to another study: seed is 2, was 1
    sweep DIR/s.yaml --out DIR/done --resume --shard 1/3 | DIR/done/journal.jsonl: was begun for the whole study, not for shard 1/3
    sweep DIR/s.yaml --out DIR/part --resume --shard 2/3 | DIR/part/journal.jsonl: was begun for shard 1/3, not for shard 2/3
    sweep DIR/s.yaml --out DIR/version --resume | DIR/version/journal.jsonl: was begun by version 0.0.1, which may get other results than this version, *
    sweep DIR/s.yaml --out DIR/fingerprint --resume | DIR/fingerprint/journal.jsonl: was begun for another study; study.yaml, model.yaml or a table beside it has been changed since
    sweep DIR/s.yaml --out DIR/nojson --resume | DIR/nojson/journal.jsonl:1: is no line of a study's journal *
    sweep DIR/s.yaml --out DIR/damaged --resume | DIR/damaged/journal.jsonl:*: is no line of a study's journal (has no key); take the line out, and its run is made again
    sweep DIR/s.yaml --out DIR/changed --resume | DIR/changed/journal.jsonl:2: is no line of a study's journal (it is not as it was written: its checksum does not fit); take the line out, and its run is made again
    merge DIR/changed --out DIR/new | DIR/changed/journal.jsonl:2: is no line of a study's journal (it is not *
    sweep DIR/s.yaml --out DIR/twice --resume | DIR/twice/journal.jsonl:3: the run epsilon=* came out in two ways, so it is not reproducible: *
    sweep DIR/s.yaml --out DIR/replications --resume | DIR/replications: belongs to another study: replications is 2, was 4
    sweep DIR/s.yaml --out DIR/epsilon --resume | DIR/epsilon: belongs to another study: model: epsilon is *, was 77
    sweep DIR/s.yaml --out DIR/table --resume | DIR/table: belongs to another study: the table more.csv has changed
    merge | missing required *
    merge DIR/done | missing required option: '--out=DIR'; see "datamarket merge --help"
    merge DIR/part --out DIR/new | 2 runs are missing: point 1 replication 2, point 2 replication 1; finish the shards with sweep --resume
    merge DIR/done --out DIR/other | DIR/other: exists already; name another, or replace it with --force
    merge DIR/done --out DIR/full | DIR/full: exists already
    merge DIR/done --out DIR/full --force | DIR/full: is not replaced: *
    merge DIR/done DIR/other --out DIR/new | DIR/other: is of another study than DIR/done: name is t, was s; replications is 3, was 2
    merge DIR/done DIR/version --out DIR/new | DIR/version: was made by version 0.0.1, and DIR/done by version *
    merge DIR/done DIR/fingerprint --out DIR/new | DIR/fingerprint: was begun for another study than DIR/done, and its files changed since
    merge DIR/done DIR/nojournal --out DIR/new | DIR/nojournal/journal.jsonl: there is no such file
    merge DIR/done DIR/emptyjournal --out DIR/new | DIR/emptyjournal/journal.jsonl: is empty
    merge DIR/twice --out DIR/new | DIR/twice/journal.jsonl:3: the run *
    merge DIR/nowhere --out DIR/new | DIR/nowhere: there is no such folder
    merge DIR/done DIR/empty --out DIR/new | DIR/empty: is not the folder of a study: it has no study.yaml
    merge DIR/text --out DIR/new | DIR/text: is no folder
    replay DIR/done | missing required parameter: 'ROW'; see "datamarket replay --help"
    replay DIR/nowhere 1 | DIR/nowhere: there is no such folder
    replay DIR/full 1 | DIR/full: is not the folder of a study: it has no study.yaml
    replay DIR/nostudy 1 | DIR/nostudy: is not the folder of a study: it has no study.yaml
    replay DIR/nomodel 1 | DIR/nomodel: is not the folder of a study: it has no model.yaml
    replay DIR/key 1 | DIR/key/study.yaml:*: unknown key "replicatoins"; *
    replay DIR/noyaml 1 | DIR/noyaml/study.yaml:*
    replay DIR/broken 1 | DIR/broken/study.yaml:*: the base model: DIR/broken/model.yaml:*: epsilon is x; *
    replay DIR/done 0 | row "0": is not there; expected a number from 1 to 4
    replay DIR/done 5 | row "5": is not there; expected a number from 1 to 4
    replay DIR/done first | row "first": is not there; expected a number from 1 to 4
    replay DIR/done 3/1 | point "3": is not there; expected a number from 1 to 2
    replay DIR/done 1/3 | replication "3": is not there; expected a number from 1 to 2
    replay DIR/rows 1 | row "1": is not there; expected a study that has some
    replay DIR/noruns 1 | DIR/noruns: has no runs.csv: the study is not finished, or is a shard; *
    replay DIR/header 1 | DIR/header/runs.csv:1: is not the header of this study; expected point,replication,seed,epsilon,status,error,welfare
    replay DIR/cells 1 | DIR/cells/runs.csv:2: has 8 cells; expected 7, one for each column of the header
    replay DIR/point 1 | DIR/point/runs.csv:2: is no run of this study
    replay DIR/level 1 | DIR/level/runs.csv:2: is no run of this study
    replay DIR/seed 1 | DIR/seed/runs.csv:2: *
    replay DIR/number 1 | DIR/number/runs.csv:2: replication is one; expected a whole number
    replay DIR/done 1 --out DIR/full | DIR/full: exists already
    """
        .lines()
        .map(line -> line.split(" \\| ", 2))
        .map(parts -> Arguments.of(parts[0].strip(), parts[1].strip()));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void mistake_isOneLine(String command, String expected) throws IOException {
    List<String> before = Shell.tree(folder);
    Object[] words =
        Stream.of(command.split(" ")).map(word -> word.replace("DIR", folder.toString())).toArray();
    String line = Shell.run(words).mistake().replace(folder.toString(), "DIR");
    assertThat(line).matches(("\\Q" + expected + "\\E").replace("*", "\\E.*\\Q"));
    assertThat(Shell.tree(folder)).isEqualTo(before);
  }

  @Test
  void journalThatIsMissingOrCut_isBegunAgain() throws IOException {
    for (String name : List.of("nojournal", "emptyjournal")) {
      Path again = at(name + "-again");
      copyOf(name, again);
      assertThat(Shell.run("sweep", at("s.yaml"), "--out", again, "--resume").done())
          .startsWith("4 runs\n");
      assertThat(Files.readString(again.resolve("runs.csv")))
          .isEqualTo(Files.readString(at("done/runs.csv")));
    }
  }

  private static void copyOf(String name, Path copy) throws IOException {
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.list(at(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }
}
