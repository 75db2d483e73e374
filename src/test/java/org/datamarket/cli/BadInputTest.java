package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake gets one line that says what it is, and leaves nothing behind. */
class BadInputTest {
  private static final String LONG =
      "whole number from -9223372036854775808 to 9223372036854775807";

  @TempDir private Path folder;

  @BeforeEach
  void modelFile() throws IOException {
    Files.copy(Path.of("models/tuffin-ties.yaml"), folder.resolve("m.yaml"));
    Files.writeString(folder.resolve("broken.yaml"), "format: 1\nbuyrs: []\n");
    Files.writeString(folder.resolve("text"), "no checkpoint\n");
    Files.createDirectory(folder.resolve("full"));
    Files.writeString(folder.resolve("full/precious"), "");
    Files.createDirectory(folder.resolve("run"));
    Files.writeString(folder.resolve("run/manifest.json"), "{}");
    Files.createSymbolicLink(folder.resolve("astray"), folder.resolve("nowhere"));
  }

  private String mistake(byte[] stdin, List<String> words) throws IOException {
    List<String> before = Shell.tree(folder);
    Object[] placed = words.stream().map(word -> word.replace("DIR", folder.toString())).toArray();
    String line = Shell.runWith(stdin, placed).mistake();
    assertThat(Shell.tree(folder)).isEqualTo(before);
    return line.replace(folder.toString(), "DIR");
  }

  static Stream<Arguments> commandLines() {
    return Stream.of(
            """
             | a command is needed: run, explain, claims, sweep, sensitivity, merge, replay, report, clear, compare, validate or gui; see "datamarket --help"
            rn DIR/m.yaml | unknown command "rn"; did you mean "run"?
            validat | unknown command "validat"; did you mean "validate"?
            RUN | unknown command "RUN"; did you mean "run"?
            frobnicate | unknown command "frobnicate"; see "datamarket --help"
            --verson | unknown option "--verson"; did you mean "--version"?
            run | missing required parameter: 'MODEL'; see "datamarket run --help"
            run --hlp | unknown option "--hlp"; did you mean "--help"?
            run --sead 3 DIR/m.yaml | unknown option "--sead"; did you mean "--seed"?
            run DIR/m.yaml --sead=3 | unknown option "--sead"; did you mean "--seed"?
            run DIR/m.yaml --outt DIR/o --sed 4 | unknown option "--outt"; did you mean "--out"?
            run DIR/m.yaml --seed -5 --quite | unknown option "--quite"; did you mean "--quiet"?
            run -q DIR/m.yaml | unknown option "-q"; did you mean "--quiet"?
            run DIR/m.yaml -x | unknown option "-x"; see "datamarket run --help"
            run DIR/m.yaml extra | unexpected argument "extra"; see "datamarket run --help"
            run DIR/m.yaml --seed | missing required parameter for option '--seed' (N); see "datamarket run --help"
            run DIR/m.yaml --seed x | invalid value for '--seed': "x"; expected a WHOLE; see "datamarket run --help"
            run DIR/m.yaml --seed 1.5 | invalid value for '--seed': "1.5"; expected a WHOLE; see "datamarket run --help"
            run DIR/m.yaml --seed 9223372036854775808 | invalid value for '--seed': "9223372036854775808"; expected a WHOLE; see "datamarket run --help"
            run DIR/m.yaml --seed 1 --seed 2 | --seed is given twice; see "datamarket run --help"
            run DIR/m.yaml --json=maybe | invalid value for '--json': 'maybe' is not a boolean; see "datamarket run --help"
            run DIR/m.yaml --checkpoint-every 0 | invalid value for '--checkpoint-every': "0"; expected a whole number from 1 to 2147483647; see "datamarket run --help"
            run DIR/m.yaml --checkpoint-every often | invalid value for '--checkpoint-every': "often"; expected a whole number from 1 to 2147483647; see "datamarket run --help"
            run DIR/m.yaml --set epsilon | --set epsilon: is not an override; expected PATH=VALUE, such as epsilon=0.1
            run DIR/m.yaml --set epsilon=-1 | --set epsilon=-1: epsilon is -1; expected a number of at least 0 ($)
            run DIR/m.yaml --set epsilon=1e400 | --set epsilon=1e400: epsilon is 1e400 (a number is 0, or from 1e-30 to 1e30 in size); expected a number of at least 0 ($)
            run DIR/m.yaml --set epsilon=.nan | --set epsilon=.nan: epsilon is .nan (not finite); expected a number of at least 0 ($)
            run DIR/m.yaml --set epsilom=1 | --set epsilom=1: unknown key "epsilom"; expected *; did you mean "epsilon"?
            run DIR/m.yaml --set buyers[9].demand=1 | --set buyers[9].demand=1: buyers has no entry [9]; expected [0] to [3]
            run DIR/m.yaml --set buyers={csv:nowhere.csv} | --set buyers={csv:nowhere.csv}: *
            run DIR/nowhere.yaml | DIR/nowhere.yaml: there is no file DIR/nowhere.yaml
            run DIR | DIR: DIR is a directory; expected a file
            run DIR/broken.yaml | DIR/broken.yaml:2:1: unknown key "buyrs"; expected *; did you mean "buyers"?
            run DIR/m.yaml --out DIR/full | DIR/full: exists already
            run DIR/m.yaml --out DIR/full --force | DIR/full: is not replaced: precious is in it, and no manifest.json says that Data Market wrote it; move that away, or name another folder
            run DIR/m.yaml --out DIR/run | DIR/run: exists already; name another, or replace it with --force
            run DIR/m.yaml --out DIR/text | DIR/text: exists, and is not a folder
            run DIR/m.yaml --out DIR/text --force | DIR/text: exists, and is not a folder
            run DIR/m.yaml --out DIR/text/below/it | DIR/text/below: cannot be created: Not a directory
            run DIR/m.yaml --out DIR/astray | DIR/astray: is a link that leads nowhere
            run DIR/m.yaml --out / | /: is the root of the file system
            run DIR/m.yaml --out /proc/run | /proc/run: cannot be created: no such file or folder
            run DIR/m.yaml --out /dev/null/run | /dev/null/run: cannot be created: Not a directory
            run DIR/m.yaml --out DIR/o --restore DIR/nowhere | DIR/nowhere: no such file
            run DIR/m.yaml --out DIR/o --restore DIR/text | DIR/text: is not a checkpoint
            run DIR/m.yaml --out DIR/o --restore DIR | DIR: is a directory, not a checkpoint
            clear | missing required parameter: 'FILE'; see "datamarket clear --help"
            clear - --ties random | invalid value for '--ties': "random"; expected proportional or strict; see "datamarket clear --help"
            clear - --tabel | unknown option "--tabel"; did you mean "--table"?
            clear DIR/nowhere | DIR/nowhere: there is no file DIR/nowhere
            clear DIR | DIR: DIR is a directory; expected a file
            clear DIR/text/below | DIR/text/below: DIR/text/below cannot be read: *
            clear DIR/text | DIR/text:1:1: is no JSON: *
            clear - | -: is empty; expected an object with sellers and bids
            validate | missing required parameter: 'FILE'; see "datamarket validate --help"
            validate DIR/nowhere.yaml | DIR/nowhere.yaml: there is no file DIR/nowhere.yaml
            validate --set epsilon=1 DIR/m.yaml | unknown option "--set"; see "datamarket validate --help"
            gui DIR/nowhere.yaml | DIR/nowhere.yaml: there is no file DIR/nowhere.yaml
            gui DIR/m.yaml --from DIR/run | MODEL and --from are given both; expected one of them; see "datamarket gui --help"
            gui --from DIR/run | DIR/run: is not the folder of a run: it has no model.yaml
            gui --set epsilon=-1 | --set epsilon=-1: epsilon is -1; expected a number of at least 0 ($)
            generate-completion bash | unexpected argument "bash"; see "datamarket generate-completion --help"
            """
                .split("\n"))
        .map(line -> line.split(" ?\\| ", 2))
        .map(parts -> Arguments.of(parts[0], parts[1].replace("WHOLE", LONG)));
  }

  @ParameterizedTest(name = "datamarket {0}")
  @MethodSource("commandLines")
  void commandLine(String words, String expected) throws IOException {
    List<String> arguments = new ArrayList<>(Arrays.asList(words.split(" ")));
    arguments.removeIf(String::isEmpty);
    assertMatches(mistake(new byte[0], arguments), expected);
  }

  static Stream<Arguments> bidFiles() {
    return Stream.of(
            """
            [] | 1:1: expected an object with sellers and bids, not a list
            7 | 1:1: expected an object with sellers and bids, not 7
            {} | 1:1: the key "sellers" is missing; expected sellers and bids
            {"sellers": []} | 1:1: the key "bids" is missing; expected sellers and bids
            {"sellers": {}, "bids": []} | 1:13: expected a list of sellers, not an object
            {"sellers": [4], "bids": []} | 1:14: expected a seller, not 4
            {"sellers": [{"quantity": 1}], "bids": []} | 1:14: the key "reserve" is missing
            {"sellers": [{"quantity": 1, "resreve": 1}], "bids": []} | 1:14: the key "reserve" is missing; there is resreve
            {"sellers": [{"quantity": -1, "reserve": 0}], "bids": []} | 1:27: quantity must be 0, or from 1e-30 to 1e30, not -1
            {"sellers": [{"quantity": 1e400, "reserve": 0}], "bids": []} | 1:27: quantity must be 0, or from 1e-30 to 1e30, not 1e400
            {"sellers": [{"quantity": NaN, "reserve": 0}], "bids": []} | 1:*: is no JSON: *
            {"sellers": [{"quantity": "1", "reserve": 0}], "bids": []} | 1:27: quantity must be a number of at least 0, not "1"
            {"sellers": [{"quantity": null, "reserve": 0}], "bids": []} | 1:27: quantity must be a number of at least 0, not null
            {"sellers": [{"quantity": 1, "quantity": 2, "reserve": 0}], "bids": []} | 1:*: is no JSON: Duplicate field 'quantity'
            {"sellers": [], "sellers": [], "bids": []} | 1:*: is no JSON: Duplicate field 'sellers'
            {"sellers": [S], "bids": [[{"quantity": 1, "price": -2}]]} | 1:*: price must be 0, or from 1e-30 to 1e30, not -2
            {"sellers": [S], "bids": [[{"quantity": 1, "price": 1e999}]]} | 1:*: price must be 0, or from 1e-30 to 1e30, not 1e999
            {"sellers": [S], "bids": [[{"quantity": 1, "prise": 2}]]} | 1:*: the key "price" is missing; there is prise
            {"sellers": [S], "bids": [[{"quantity": true, "price": 2}]]} | 1:*: quantity must be a number of at least 0, not true
            {"sellers": [S], "bids": [{"quantity": 1, "price": 2}]} | 1:*: expected a buyer's row: a bid or null for each seller, not an object
            {"sellers": [S], "bids": [[{"quantity": 1, "price": 2}, null]]} | 1:*: the row has 2 bids; expected one, or null, for each of 1 sellers
            {"sellers": [S], "bids": [[null], []]} | 1:*: the row has 0 bids; expected one, or null, for each of 1 sellers
            {"sellers": [S], "bids": [[1]]} | 1:*: expected a bid, or null, not 1
            {"sellers": [S], "bids": [[null]] | 1:*: is no JSON: *
            {"sellers": [S], "bids": [[null]} | 1:*: is no JSON: *
            {'sellers': [], "bids": []} | 1:2: is no JSON: *
            {"sellers": [], "bids": [],} | 1:*: is no JSON: *
            // none | 1:1: is no JSON: *
            """
                .split("\n"))
        .map(line -> line.replace("S]", "{\"quantity\": 1, \"reserve\": 0}]").split(" \\| ", 2))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bidFiles")
  void bidFile(String json, String expected) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertMatches(mistake(bytes, List.of("clear", "-")), "-:" + expected);

    Path file = Files.write(folder.resolve("bids.json"), bytes);
    assertMatches(
        mistake(new byte[0], List.of("clear", file.toString())), "DIR/bids.json:" + expected);
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    byte[] bytes =
        "{\"sellers\": [], \"bids\": [], \"é\": 1}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(mistake(bytes, List.of("clear", "-"))).isEqualTo("-: is not UTF-8");
    Files.write(folder.resolve("bids.json"), bytes);
    assertThat(mistake(new byte[0], List.of("clear", "DIR/bids.json")))
        .isEqualTo("DIR/bids.json:1:30: byte 0xE9 is not UTF-8; expected a file saved as UTF-8");
  }

  @Test
  void goodAnswerAndTrailingGarbage() {
    String good = "{\"sellers\": [], \"bids\": []}";
    Shell.Outcome outcome =
        Shell.runWith((good + " garbage").getBytes(StandardCharsets.UTF_8), "clear", "-");
    assertThat(outcome.exit()).isEqualTo(ExitCode.MISTAKE);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("datamarket: -:1:").contains("is no JSON");
  }

  @Test
  void emptyWordsAndLineBreaks_stayOnOneLine() throws IOException {
    assertThat(mistake(new byte[0], List.of("run", "")))
        .startsWith(
            "invalid value for positional parameter at index 0 (MODEL): \"\"; expected the name");
    assertThat(mistake(new byte[0], List.of("run", "DIR/m.yaml", "--out", "")))
        .startsWith("invalid value for '--out': \"\"; expected the name");
    assertThat(mistake(new byte[0], List.of(""))).startsWith("unknown command \"\"");
    assertThat(mistake(new byte[0], List.of("a\nb"))).startsWith("unknown command \"a b\"");
    assertThat(mistake(new byte[0], List.of("run", "a\nb"))).startsWith("a b: ");
    assertThat(mistake(new byte[0], List.of("run", "DIR/m.yaml", "--out", "DIR/text/a\nb")))
        .startsWith("DIR/text/a b: cannot be created");
    assertThat(mistake(new byte[0], List.of("run", "@nowhere")))
        .startsWith("@nowhere: there is no file");
    assertThat(
            mistake(new byte[0], List.of("run", "DIR/m.yaml", "--out", "DIR/" + "x".repeat(300))))
        .endsWith("cannot be created: File name too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv-nan",
        "csv-negative",
        "csv-duplicate-id",
        "csv-long-row",
        "csv-not-utf8",
        "csv-empty",
        "reach-unknown-seller",
        "alias",
        "second-document",
        "duplicate-key",
        "malformed-bracket",
        "demand-overflow",
        "no-buyers",
        "utf16",
        "empty"
      })
  void modelFilesAndTables(String name) throws IOException {
    Path broken = Path.of("src/test/resources/broken");
    String expected =
        Files.readAllLines(broken.resolve("messages.tsv")).stream()
            .filter(line -> line.startsWith(name + ".yaml\t"))
            .map(line -> line.substring(line.indexOf('\t') + 1))
            .findFirst()
            .orElseThrow();
    String file = broken.resolve(name + ".yaml").toString();
    for (List<String> words :
        List.of(List.of("run", file, "--out", "DIR/o"), List.of("validate", file))) {
      assertThat(mistake(new byte[0], words).replace(broken + "/", "")).isEqualTo(expected);
    }
  }

  @Test
  void validate_tellsEachFileOnALineOfItsOwn() {
    Shell.Outcome outcome =
        Shell.run("validate", folder.resolve("broken.yaml"), folder.resolve("m.yaml"), folder);
    assertThat(outcome.exit()).isEqualTo(ExitCode.MISTAKE);
    assertThat(outcome.out()).isEqualTo(folder.resolve("m.yaml") + ": ok, 4 buyers, 1 seller\n");
    assertThat(outcome.err().lines()).hasSize(2).allMatch(line -> line.startsWith("datamarket: "));
  }

  /** A message with "*" where any words may stand. */
  private static void assertMatches(String line, String expected) {
    String pattern =
        Arrays.stream(expected.split("\\*", -1))
            .map(java.util.regex.Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow();
    assertThat(line).matches(pattern);
  }
}
