package org.datamarket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real browser without a window. Where there is none, tests are skipped on a developer's machine,
 * and fail in CI.
 */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern ANSWER = Pattern.compile("<pre id=\"answer\"[^>]*>([^<]*)</pre>");
  private static final long PATIENCE_SECONDS = 120;

  private final String program;
  private final Path folder;

  private Browser(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** A browser that keeps its things in a folder. */
  static Browser in(Path folder) {
    Optional<String> program =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(path -> NAMES.stream().map(name -> Path.of(path, name)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    if (program.isEmpty()) {
      String message =
          "reports are tested in Chromium, which is not installed: apt-get install chromium";
      return System.getenv("CI") == null ? abort(message) : fail(message);
    }
    return new Browser(program.get(), folder);
  }

  /**
   * Opens a page and asks it something.
   *
   * @param question JavaScript: the body of a function that runs when the page is there
   * @return what it returns; {@code errors} is what went wrong in the page, null if nothing did
   */
  JsonNode ask(String html, String question) throws Exception {
    return ask(html, "", question);
  }

  /**
   * Opens a page at an address that says more than where it is.
   *
   * @param choices what stands after the #
   */
  JsonNode ask(String html, String choices, String question) throws Exception {
    String script =
        """
        <script>
        (function () {
          let answer;
          try {
            answer = (function () { %s })();
          } catch (failure) {
            answer = {failure: String(failure) + failure.stack};
          }
          answer.errors = document.documentElement.dataset.errors || null;
          answer.ready = document.documentElement.dataset.ready || null;
          const place = document.createElement('pre');
          place.id = 'answer';
          place.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(answer))));
          document.body.append(place);
        })();
        </script>
        """
            .formatted(question);
    int end = html.lastIndexOf("</body>");
    Path page = folder.resolve("page.html");
    Files.writeString(page, html.substring(0, end) + script + html.substring(end));
    Matcher answer = ANSWER.matcher(dump(page.toUri() + "#" + choices));
    assertThat(answer.find()).as("the page answers").isTrue();
    byte[] json = Base64.getDecoder().decode(answer.group(1));
    JsonNode node = new ObjectMapper().readTree(json);
    assertThat(node.path("failure").asText(null)).as("the question could be answered").isNull();
    return node;
  }

  private String dump(String address) throws Exception {
    Path out = folder.resolve("dom.txt");
    Path err = folder.resolve("browser.txt");
    List<String> command =
        Stream.of(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1100,1000",
                "--dump-dom",
                address)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(ended).as("the browser ends; it said " + Files.readString(err)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
