package org.datamarket.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.cli.console.Counted;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.Notes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks model files without running them. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description = {
      "Checks model files, and the tables that they name, without running them.",
      "A note on what is allowed but hardly wanted is no mistake: the exit code stays 0."
    },
    footer = {"", "Example:", "  datamarket validate models/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Model files (YAML); - for standard input.")
  private List<Path> files;

  @Override
  public Integer call() {
    int code = ExitCode.DONE;
    for (Path file : files) {
      try {
        MarketModel model = ModelFile.read(InputText.given(file), List.of()).draw();
        System.out.printf(
            "%s: ok, %s, %s%n",
            file,
            Counted.of(model.buyers().size(), "buyer"),
            Counted.of(model.sellers().size(), "seller"));
        Notes.of(model).forEach(note -> System.out.printf("%s: note: %s%n", file, note));
      } catch (UserMistake mistake) {
        ErrorReport.print(mistake.getMessage());
        code = ExitCode.MISTAKE;
      } catch (IllegalArgumentException refused) {
        ErrorReport.print(Words.message("%s: %s".formatted(file, refused.getMessage())));
        code = ExitCode.MISTAKE;
      }
    }
    return code;
  }
}
