package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the program says of itself. */
class HelpTest {
  static Stream<String> commands() {
    return Main.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommand_explainsItselfWithAnExampleThatParses(String command) {
    CommandLine.Model.CommandSpec spec =
        Main.commandLine().getSubcommands().get(command).getCommandSpec();
    String help = Shell.run(command, "--help").done();
    assertThat(help).startsWith("Usage: datamarket " + command).contains("\nExample");
    assertThat(spec.options())
        .map(OptionSpec::longestName)
        .allSatisfy(name -> assertThat(help).contains(name));
    assertThat(spec.options()).allSatisfy(option -> assertThat(option.description()).isNotEmpty());
    assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));

    String example = help.substring(help.indexOf("\nExample"));
    assertThat(example).contains("datamarket " + command);
    for (String line :
        example
            .replace("\\\n", "")
            .lines()
            .filter(text -> text.strip().startsWith("datamarket "))
            .toList()) {
      String[] words = line.strip().split(" +");
      String[] arguments = Arrays.copyOfRange(words, 1, words.length);
      assertThat(Main.commandLine().parseArgs(arguments).hasSubcommand()).isTrue();
    }
  }

  @Test
  void program_namesCommandsExitCodesAndAnExample() {
    String help = Shell.run("--help").done();
    assertThat(help)
        .contains(
            "run ", "clear ", "compare ", "validate ", "generate-completion", "Exit codes:", "130");
    assertThat(help).contains("datamarket run models/quickstart.yaml");
    assertThat(commands()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void version_isKnownToAll(String command) {
    String version = Shell.run("--version").done();
    assertThat(version).matches("datamarket \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(Shell.run(command, "--version").done()).isEqualTo(version);
  }

  @Test
  void completion_isTakenByBashAndKnowsOurOptions() throws Exception {
    String script = Shell.run("generate-completion").done();
    String asks =
        script
            + """

            ask() {
              COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMPREPLY=()
              _complete_datamarket 2>/dev/null; echo "${COMPREPLY[*]}"
            }
            ask datamarket va
            ask datamarket run --ch
            ask datamarket clear --ties s
            ask datamarket compare --mechanisms vc
            """;
    Process bash = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    bash.getOutputStream().write(asks.getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().close();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
    assertThat(out.lines()).containsExactly("validate", "--checkpoint-every", "strict", "vcg");
  }
}
