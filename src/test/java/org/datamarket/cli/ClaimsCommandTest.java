package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.datamarket.run.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims tried from the command line. */
class ClaimsCommandTest {
  private static final String TWO = "models/two-sellers.yaml";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  @Test
  void plain_printsTheScorecardAndWritesTheFolder() throws IOException {
    String text = Shell.run("claims", "models/worked-example.yaml", "--out", out()).done();
    assertThat(text)
        .startsWith("worked-example · seed 1\n")
        .contains("\n  optimal-any", "\n  converges", "Fail: ")
        .endsWith("\nWritten to %s\n".formatted(out()));
    assertThat(text.lines().filter(line -> !line.contains("Written") && !line.contains("$ data")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(Shell.tree(out()))
        .contains("claims.csv", "claims.json", "cases.csv", "model.yaml", "manifest.json");
    assertThat(Files.readString(out().resolve("manifest.json"))).contains("\"kind\" : \"claims\"");
  }

  /** The whole scorecard of a small model, of two claims. */
  @Test
  void scorecard_ofTheWorkedExample() {
    String text =
        Shell.run(
                "claims",
                "models/worked-example.yaml",
                "--claims",
                "converges,optimal-any",
                "--out",
                out())
            .done();
    assertThat(text)
        .isEqualTo(
            """
            worked-example · seed 1
            Judged for the buyer whose turn it is, at up to 200 turns on the way, and for
            every buyer at the end; what takes long to judge, at up to 25 of each.
            A reply is what a buyer's strategy would bid; its worth is the buyer's value
            less its cost. Where a claim allows ε, a failure is what goes beyond it. n/a
            counts cases in which what a claim takes for granted did not hold.

              claim                             cases   held    n/a  verdict

            The opt-out paper's Proposition: the strategy's reply
              optimal-any                          10      8      0  fails in 2 of 10
                  No bids whatever gain a buyer more than ε over the reply of its strategy.
                  Provided that: proportional ties. (Blocher & Harris 2021, Proposition)
                  The worst: C, round 1, by 25.84 $: the reply is worth 12.8 $, the best
                  bids of any kind would be worth 38.74 $.
                  $ datamarket explain models/worked-example.yaml C --round 1 --turn

            Equilibrium: where the market comes to rest
              converges                             1      1      0  holds in the only case
                  Play comes to rest: there is a round in which nobody bids again. (Blocher
                  & Harris 2021)

            In every case hold: converges.
            Fail: optimal-any.
            With --counterexamples, small markets are written in which they fail.
            Every case of a failure is in cases.csv.
            docs/claims.md says of each claim who makes it, and has a small market for each
            that fails.
            Written to %s
            """
                .formatted(out()));
  }

  /** The command that it names for the worst case shows the numbers that it has for it. */
  @Test
  void scorecard_namesCommandsThatShowTheWorst() {
    String text =
        Shell.run(
                "claims",
                "models/quickstart.yaml",
                "--set",
                "buyers.count=40",
                "--seed",
                "3",
                "--claims",
                "optimal-any",
                "--out",
                out())
            .done();
    String command =
        text.lines()
            .filter(line -> line.contains("$ datamarket "))
            .findFirst()
            .orElseThrow()
            .replaceFirst(".*datamarket ", "");
    assertThat(command).contains("--set buyers.count=40 --seed 3");
    Matcher worth =
        Pattern.compile(
                "the reply is worth (\\S+) \\$, the best bids of any kind would be worth (\\S+)"
                    + " \\$")
            .matcher(text.replaceAll("\\s+", " "));
    assertThat(worth.find()).isTrue();
    String shown = Shell.run((Object[]) command.split(" ")).done().replaceAll("[ \\n]+", " ");
    assertThat(shown)
        .contains("u_i then %s $".formatted(worth.group(1)))
        .contains("utility %s $".formatted(worth.group(2)));
  }

  @Test
  void json_isTheFileAndNothingElse() throws IOException {
    Shell.Outcome outcome = Shell.run("claims", TWO, "--json", "--seeds", "3", "--out", out());
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo(Files.readString(out().resolve("claims.json")));
    assertThat(outcome.err()).isEqualTo("Written to %s\n".formatted(out()));
    JsonNode card = new ObjectMapper().readTree(outcome.out());
    assertThat(card.get("seeds")).hasSize(3);
    assertThat(card.get("claims").get(0).get("claim").asText()).isNotBlank();
  }

  @Test
  void threads_sameBytes() throws IOException {
    List<String> claims = List.of("claims", TWO, "--seeds", "4", "--samples", "20", "--quiet");
    Path other = folder.resolve("other");
    assertThat(run(claims, "--threads", "1", "--out", out())).isEmpty();
    assertThat(run(claims, "--threads", "4", "--out", other)).isEmpty();
    assertThat(Played.files(other)).isEqualTo(Played.files(out())).hasSizeGreaterThan(3);
  }

  private static String run(List<String> words, Object... more) {
    List<Object> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return Shell.run(all.toArray()).done();
  }

  @Test
  void force_replacesATrialOnly() throws IOException {
    Shell.run("claims", TWO, "--quiet", "--out", out()).done();
    assertThat(Shell.run("claims", TWO, "--out", out()).mistake())
        .isEqualTo("%s: exists already; name another, or replace it with --force".formatted(out()));
    Shell.run("claims", TWO, "--quiet", "--force", "--seed", "2", "--out", out()).done();
    assertThat(Shell.run("run", TWO, "--force", "--out", out()).mistake())
        .contains("it is the folder of a trial of claims, not of a run");
  }

  @Test
  void mistakes_areOneLine() {
    assertThat(Shell.run("claims", TWO, "--claims", "optimal-an", "--out", out()).mistake())
        .startsWith("--claims optimal-an: is no claim; expected ")
        .endsWith("did you mean \"optimal-any\"?");
    assertThat(Shell.run("claims", TWO, "--seeds", "0").mistake())
        .startsWith("invalid value for '--seeds': \"0\"; expected a whole number from 1 to ");
    assertThat(Shell.run("claims", TWO, "--samples", "none").mistake())
        .startsWith("invalid value for '--samples': \"none\"; expected a whole number from 1 to ");
    assertThat(Shell.run("claims", "models/studies/overlap.yaml").mistake())
        .startsWith("models/studies/overlap.yaml:")
        .endsWith(
            ": this is a study, which sweep makes the runs of; expected a model, which has no key"
                + " \"factors\"");
    assertThat(Shell.run("claims", "models").mistake())
        .isEqualTo("models: models is a directory; expected a file");
    assertThat(out()).doesNotExist();
  }

  @Test
  void states_areAnsweredLineByLine() throws IOException {
    Path golden = Path.of("src/test/resources/golden/claims.jsonl");
    String text = Shell.run("claims", golden).done();
    assertThat(text.lines()).hasSameSizeAs(Files.readAllLines(golden));
    assertThat(text).startsWith("{\"id\":\"c000\",\"per_buyer\":[{\"utility\":");
    Shell.Outcome piped = Shell.runWith(Files.readAllBytes(golden), "claims", "-");
    assertThat(piped.done()).isEqualTo(text);
  }

  @Test
  void states_thatAreWrong_areOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("s.jsonl"), "{\"sellers\": []}\n");
    assertThat(Shell.run("claims", file).mistake()).startsWith(file + ":1:1: ");
    assertThat(Shell.run("claims", file, "--seeds", "2").mistake())
        .isEqualTo(
            "--seeds means nothing beside %s, which has states of markets; expected it without"
                .formatted(file));
    Files.writeString(file, "");
    assertThat(Shell.run("claims", file).mistake())
        .isEqualTo(
            "%s: is empty; expected an object with sellers, buyers and bids".formatted(file));
  }

  /** A reader of a pipe may feed a model as well as states. */
  @Test
  void model_isReadFromStandardInputToo() throws IOException {
    byte[] model = Files.readAllBytes(Path.of("models/tuffin-ties.yaml"));
    assertThat(Shell.runWith(model, "claims", "-", "--out", out()).done())
        .startsWith("tuffin-ties · seed 1\n");
  }

  @Test
  void random_judgesSmallStatesOnAnyThreads() {
    Object[] words = {"claims", "--random", "600", "--seed", "5", "--quiet", "--threads", "1"};
    assertThat(Shell.run(words).done()).isEmpty();
    String one = Shell.run("claims", "--random", "1200", "--seed", "5", "--threads", "1").done();
    assertThat(one)
        .startsWith("random states · seed 5\n")
        .contains("\n  optimal-any ", "\n  rational ", "state-", "that count\n")
        .doesNotContain("converges", "Written");
    assertThat(Shell.run("claims", "--random", "1200", "--seed", "5", "--threads", "4").done())
        .isEqualTo(one);
    assertThat(Shell.run("claims", "--random", "1200").done()).isNotEqualTo(one);
  }

  @Test
  void random_goesWithFewOptions() {
    assertThat(Shell.run("claims").mistake())
        .startsWith("a MODEL, a file of states or --random N is needed");
    assertThat(Shell.run("claims", TWO, "--random", "5").mistake())
        .startsWith(TWO + " and --random are given both; expected one of them");
    assertThat(Shell.run("claims", "--random", "5", "--seeds", "2").mistake())
        .isEqualTo("--seeds means nothing beside --random; expected it without");
    assertThat(Shell.run("claims", "--random", "5", "--claims", "converges").mistake())
        .startsWith("--claims converges: is about play");
  }

  /** Random states give counterexamples too; a folder means nothing without them. */
  @Test
  void random_counterexamplesRefuteWhatFailed() throws IOException {
    Object[] words = {"claims", "--random", "300", "--claims", "lemma-pool,pool-minimal"};
    assertThat(Shell.run(with(words, "--out", out())).mistake())
        .isEqualTo(
            "--out means nothing beside --random without --counterexamples; expected it without");
    Shell.run(with(words, "--counterexamples", "--quiet", "--out", out())).done();
    assertThat(Shell.tree(out()))
        .contains("claims.csv", "counterexamples/lemma-pool.yaml", "manifest.json")
        .noneMatch(name -> name.contains("pool-minimal"));
    Path small = out().resolve("counterexamples/lemma-pool.yaml");
    assertThat(
            Shell.run("claims", small, "--claims", "lemma-pool", "--out", folder.resolve("again"))
                .done())
        .contains("Fail: lemma-pool.");
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }

  /** What is written refutes the claim when it is tried as its comment says. */
  @Test
  void counterexamples_refuteWhatFailed() throws IOException {
    String worked = "models/worked-example.yaml";
    Shell.run(
            "claims",
            worked,
            "--claims",
            "optimal-any,rational",
            "--counterexamples",
            "--quiet",
            "--out",
            out())
        .done();
    assertThat(Shell.tree(out())).contains("counterexamples/optimal-any.yaml");
    assertThat(Shell.tree(out())).noneMatch(name -> name.contains("rational"));
    Path small = out().resolve("counterexamples/optimal-any.yaml");
    assertThat(small).content().startsWith("# ").contains("optimal-any");
    Path again = folder.resolve("again");
    assertThat(Shell.run("claims", small, "--claims", "optimal-any", "--out", again).done())
        .contains("Fail: optimal-any.");
  }
}
