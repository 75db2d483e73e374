package org.datamarket.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.model.InputText;
import org.datamarket.model.MarketModel;
import org.datamarket.model.ModelException;
import org.datamarket.model.ModelFile;
import org.datamarket.model.source.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks model files without running them. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Checks model files, and the tables that they name, without running them.",
    footer = {"", "Example:", "  datamarket validate models/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Model files (YAML); - for standard input.")
  private List<Path> files;

  @Override
  public Integer call() {
    int code = ExitCode.DONE;
    for (Path file : files) {
      try {
        MarketModel model = ModelFile.read(InputText.given(file), List.of()).draw();
        System.out.println(
            file
                + ": ok, "
                + counted(model.buyers().size(), "buyer")
                + ", "
                + counted(model.sellers().size(), "seller"));
      } catch (ModelException mistake) {
        System.err.println("datamarket: " + mistake.getMessage());
        code = ExitCode.MISTAKE;
      } catch (IllegalArgumentException refused) {
        System.err.println("datamarket: " + Words.message(file + ": " + refused.getMessage()));
        code = ExitCode.MISTAKE;
      }
    }
    return code;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
