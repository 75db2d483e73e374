package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markets cleared by other mechanisms, from files and from standard input. */
class CompareCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/mechanisms.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Two buyers alike at one seller: each takes half of 5 GB, at θ′ = 8 − 2.5. */
  private static final String TWINS =
      """
      {"id": 7, "sellers": [{"quantity": 5, "reserve": 1}], "kept": {"out": []}, "buyers": [
        {"demand": 8, "valuation": {"kind": "parabolic", "kappa": 1}},
        {"demand": 8, "valuation": {"kind": "parabolic", "kappa": 1}}]}
      """;

  @TempDir private Path folder;

  private static Shell.Outcome compare(String text, Object... more) {
    List<Object> words = new ArrayList<>(List.of("compare", "-"));
    words.addAll(List.of(more));
    return Shell.runWith(text.getBytes(StandardCharsets.UTF_8), words.toArray());
  }

  @Test
  void everyLineOfTheReference_isAnsweredInOrder() throws IOException {
    List<String> questions = Files.readAllLines(GOLDEN);
    String text = Shell.run("compare", GOLDEN).done();
    List<String> answers = text.lines().toList();
    assertThat(answers).hasSameSizeAs(questions).hasSize(40);
    for (int k = 0; k < answers.size(); k++) {
      JsonNode question = JSON.readTree(questions.get(k));
      JsonNode answer = JSON.readTree(answers.get(k));
      assertThat(answer.fieldNames()).toIterable().containsExactly("id", "results");
      assertThat(answer.get("id")).isEqualTo(question.get("id"));
      assertThat(answer.get("results").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrderElementsOf(() -> question.get("results").fieldNames());
    }
    assertThat(compare(Files.readString(GOLDEN)).done()).isEqualTo(text);
  }

  @Test
  void market_onSeveralLines_withAnIdThatIsANumber() throws IOException {
    JsonNode answer = JSON.readTree(compare(TWINS, "--mechanisms", "uniform-price").done());
    assertThat(answer.get("id").asText()).isEqualTo("7");
    JsonNode result = answer.get("results").get("uniform-price");
    assertThat(result.get("allocation").toString()).isEqualTo("[2.5,2.5]");
    assertThat(result.get("price").toString()).isEqualTo("[5.5]");
    assertThat(result.get("cost").toString()).isEqualTo("[13.75,13.75]");
  }

  @Test
  void mechanisms_areThoseAskedForInTheUsualOrder() throws IOException {
    String all = compare(TWINS).done();
    JsonNode some = JSON.readTree(compare(TWINS, "--mechanisms", "vcg,planner").done());
    assertThat(some.get("results").fieldNames()).toIterable().containsExactly("planner", "vcg");
    JsonNode vcg = JSON.readTree(all).get("results").get("vcg");
    assertThat(some.get("results").get("vcg")).isEqualTo(vcg);
    String twice = compare(TWINS, "--mechanisms", "vcg", "--mechanisms", "planner").done();
    assertThat(JSON.readTree(twice)).isEqualTo(some);
  }

  @Test
  void marketWithoutId_hasNone() throws IOException {
    String text =
        "{\"sellers\": [], \"buyers\": []} {\"sellers\": [], \"buyers\": [], \"id\": null}";
    List<String> lines = compare(text, "--mechanisms", "no-market").done().lines().toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      assertThat(line).startsWith("{\"id\":null,\"results\":{\"no-market\":{\"allocation\":[]");
    }
  }

  @Test
  void unknownMechanism_isToldWithTheNearest() {
    assertThat(compare(TWINS, "--mechanisms", "vcg,plannr").mistake())
        .startsWith("--mechanisms plannr: is no mechanism; expected planner, no-market, ")
        .endsWith("; did you mean \"planner\"?");
  }

  /** One buyer, one price: it asks for all that it wants, and gets what there is. */
  @Test
  void marketWithAGrid_isPlayed() throws IOException {
    String grid =
        "{\"id\": \"g\", \"grid\": {\"step\": 0.5, \"levels\": 17}, \"supply\": 6, \"buyers\":"
            + " [{\"demand\": 8, \"valuation\": {\"kind\": \"parabolic\", \"kappa\": 1}}]}";
    String text = compare(grid).done();
    assertThat(text)
        .startsWith(
            "{\"id\":\"g\",\"mechanism\":\"quantized\",\"status\":\"converged\","
                + "\"changing_rounds\":1,\"period\":1,\"levels\":[[0],[4]],"
                + "\"bids\":[{\"quantity\":6.0,\"price\":2.0}],"
                + "\"allocation\":[6.0],\"cost\":[0.0],\"measures\":{\"asked\":6.0,");
    String named = "{\"mechanism\": \"quantized\", " + grid.substring(1);
    assertThat(compare(named).done()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mechanism\": \"quantised\" | :15: mechanism is \"quantised\"; expected quantized,"
            + " quantized-unique or routes; all others clear markets without this key; did you mean"
            + " \"quantized\"?",
        "\"mechanism\": \"quantized\" | :1: the key \"grid\" is missing",
        "\"grid\": {\"step\": 0, \"levels\": 2} | :19: step is 0; expected a number above 0",
        "\"grid\": {\"step\": 1, \"levels\": 0} | :32: levels is 0; expected a whole number from 1",
        "\"reserve\": 2, \"grid\": {\"step\": 1, \"levels\": 2} | :13: reserve is 2; expected at"
            + " most 1.0, the highest price of the grid",
        "\"mechanism\": \"quantized-unique\", \"initial_bids\": [] | :51: initial_bids is a list;"
            + " expected none, for all begin at the lowest price",
        "\"mechanism\": \"quantized-unique\" | :1: the key \"grid\" is missing",
        "\"supply\": 1, \"buyers\": [], \"initial_bids\": [1], \"grid\": {\"step\": 1, \"levels\":"
            + " 2} | :45: initial_bids is a list of 1"
            + " bids; expected one bid per buyer, so 0",
      })
  void mistakesInMarketsWithAGrid(String keys, String expected) {
    assertThat(compare("{" + keys + "}").mistake()).startsWith("-:1" + expected);
  }

  /** Two want 8 GB each at 0, and 2 + 2 of 4 GB at 6; level by level they get there. */
  @Test
  void marketWithAGrid_goesToItsOnePrice() throws IOException {
    String twins =
        """
        {"mechanism": "quantized-unique", "grid": {"step": 2, "levels": 5}, "supply": 4, "buyers": [
          {"demand": 8, "valuation": {"kind": "parabolic", "kappa": 1}},
          {"demand": 8, "valuation": {"kind": "parabolic", "kappa": 1}}]}
        """;
    assertThat(compare(twins).done())
        .startsWith(
            "{\"id\":null,\"mechanism\":\"quantized-unique\",\"status\":\"converged\","
                + "\"changing_rounds\":3,\"period\":1,\"levels\":[[0,0],[1,1],[2,2],[3,3]],"
                + "\"bids\":[{\"quantity\":2.0,\"price\":6.0},{\"quantity\":2.0,\"price\":6.0}],"
                + "\"allocation\":[2.0,2.0],\"cost\":[0.0,0.0],\"measures\":{\"asked\":4.0,");
  }

  /** One buyer at two resources: it gets 2 of 2 GB at the reserves, where θ′ is 6. */
  @Test
  void marketWithResources_isPlayed() throws IOException {
    String text = compare(ROUTES.formatted("0, 1", "")).done();
    assertThat(text)
        .startsWith("{\"id\":null,\"mechanism\":\"routes\",\"replies\":[{\"sup\":11.0,");
    JsonNode play = JSON.readTree(text).get("play");
    assertThat(play.get("status").asText()).isEqualTo("converged");
    assertThat(play.get("rounds").asInt()).isEqualTo(2);
    assertThat(play.get("efficiency").asDouble()).isGreaterThan(0.99);
    String named = compare(ROUTES.formatted("1, 0", ", \"mechanism\": \"routes\"")).done();
    assertThat(named).isEqualTo(text);
    String limited = compare(ROUTES.formatted("0, 1", ", \"round_limit\": 1")).done();
    assertThat(JSON.readTree(limited).get("play").get("status").asText()).isEqualTo("round-limit");
    String strict = compare(ROUTES.formatted("0, 1", ", \"ties\": \"strict\"")).done();
    assertThat(JSON.readTree(strict).get("play").get("nash_gap").isNull()).isTrue();
  }

  private static final String ROUTES =
      """
      {"resources": [{"quantity": 2, "reserve": 1}, {"quantity": 5, "reserve": 0.5}],
       "epsilon": 0.1, "buyers": [
        {"demand": 8, "valuation": {"kind": "parabolic", "kappa": 1}, "route": [%s]}]%s}
      """;

  /** The seller, its access point and the backhaul, each of which carries what the seller has. */
  @Test
  void marketOfSellers_isLaidOutAsATopologyAndPlayed() throws IOException {
    String tree =
        """
        {"mechanism": "routes", "epsilon": 0.1, "seed": 3,
         "topology": {"kind": "tree", "access-points": 1, "access-capacity": 1, "backhaul-capacity": 1},
         "sellers": [{"quantity": 5, "reserve": 1}], "buyers": [
          {"demand": 8, "valuation": {"kind": "parabolic", "kappa": 1}}]}
        """;
    JsonNode answer = JSON.readTree(compare(tree).done());
    assertThat(answer.get("routes").toString()).isEqualTo("[[0,1,2]]");
    assertThat(answer.get("resources").toString())
        .isEqualTo(
            "[{\"quantity\":5.0,\"reserve\":1.0},{\"quantity\":5.0,\"reserve\":0.05},"
                + "{\"quantity\":5.0,\"reserve\":0.02}]");
    assertThat(answer.get("play").get("optimum").asDouble()).isCloseTo(22.15, within(1e-6));
    JsonNode result = answer.get("result");
    assertThat(result.get("allocation")).isEqualTo(answer.get("play").get("delivered"));
    assertThat(result.get("measures").get("optimum").asDouble()).isEqualTo(22.5);
    String word = tree.replaceFirst("\\{\"kind\"[^}]*}", "\"pair\"");
    assertThat(JSON.readTree(compare(word).done()).get("routes").toString()).isEqualTo("[[0,1]]");
    assertThat(compare(tree.replace("tree", "tre")).mistake())
        .isEqualTo(
            "-:2:23: the kind of topology is \"tre\"; expected tree, chain or pair; did you mean"
                + " \"tree\"?");
    assertThat(compare("{\"mechanism\": \"routes\"}").mistake())
        .startsWith("-:1:1: the key \"resources\" is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0, 2 || a resource in route is 2; expected different numbers of resources, from 0 to 1",
        "1, 1 || a resource in route is 1 (again); expected different numbers of resources",
        "0 | , \"price\": \"residul\" | price is \"residul\"; expected marginal or residual; did"
            + " you mean \"residual\"?",
        "0 | , \"ties\": 1 | ties is 1; expected proportional or strict",
        "0 | , \"claim\": \"rationl\" | claim is \"rationl\"; expected rational, "
            + "efficient_at_rest or semret_lemma; did you mean \"rational\"?",
        "0 | , \"round_limit\": 0 | round_limit is 0; expected a whole number from 1 to",
        "0 | , \"bids\": [] | bids is a list of 0; expected one list per buyer, so 1",
        "0 | , \"bids\": [7] | the bids of a buyer is 7; expected a list",
        "0 | , \"bids\": [[null]] | the bids of a buyer is a list of 1; expected one bid or null"
            + " per resource, so 2",
        "0 | , \"bids\": [[null, {\"quantity\": 1, \"price\": 1}]] | expected null, for resource 1"
            + " is not on the buyer's route",
      })
  void mistakesInMarketsWithResources(String route, String more, String expected) {
    String mistake = compare(ROUTES.formatted(route, more == null ? "" : more)).mistake();
    assertThat(mistake).startsWith("-:3:").contains(expected);
  }

  @Test
  void firstBids_areAtPricesOfTheGrid() {
    String grid =
        "{\"initial_bids\": [{\"quantity\": 1, \"price\": %s}], \"grid\": {\"step\": 0.1,"
            + " \"levels\": 4}, \"supply\": 1, \"buyers\": [{\"demand\": 1, \"valuation\":"
            + " {\"kind\": \"linear\", \"value\": 0.3}}]}";
    assertThat(compare(grid.formatted("0.3")).done()).contains("\"levels\":[[3],[0]]");
    for (String price : List.of("0.4", "0.15")) {
      assertThat(compare(grid.formatted(price)).mistake())
          .isEqualTo(
              "-:1:44: price is %s; expected a multiple of 0.1 up to 0.30000000000000004"
                  .formatted(price));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | -:1:1: the key \"sellers\" is missing",
        "{\"sellers\": [], \"buyers\": [{}]} | -:1:28: the key \"demand\" is missing",
        "{\"sellers\": [], \"buyers\": []," + " | -:1:30: is no JSON",
        "{\"sellers\": [], \"buyers\": [], \"id\": []} | -:1:37: id is",
        "{\"sellers\": [{\"quantity\": 1, \"reserve\": \"x\"}], \"buyers\": []} | -:1:41: reserve"
            + " is \"x\" (text, for it stands in quotes); expected 0, or from 1e-30",
      })
  void mistakes_areOneLineWithTheirPlace(String text, String expected) {
    assertThat(compare(text).mistake()).startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({"[], a list", "7, 7"})
  void lines_thatAreNoMarkets(String line, String what) throws IOException {
    Path file = Files.writeString(folder.resolve("m.jsonl"), line);
    assertThat(Shell.run("compare", file).mistake())
        .isEqualTo(
            "%s:1:1: a market is %s; expected an object with sellers and buyers"
                .formatted(file, what));
  }

  @Test
  void marketsBeforeAMistake_areAnswered() {
    Shell.Outcome outcome = compare(TWINS + "{\"sellers\": 1}\n", "--mechanisms", "planner");
    assertThat(outcome.exit()).isEqualTo(ExitCode.MISTAKE);
    assertThat(outcome.out().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("datamarket: -:4:13: sellers is 1; expected a list");
  }

  @Test
  void emptyFiles_andFilesThatAreNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("m.jsonl"), "\n");
    assertThat(Shell.run("compare", file).mistake())
        .isEqualTo(file + ": is empty; expected an object with sellers and buyers");
    Path nowhere = folder.resolve("n.jsonl");
    assertThat(Shell.run("compare", nowhere).mistake())
        .isEqualTo("%s: there is no file %s".formatted(nowhere, nowhere));
  }
}
