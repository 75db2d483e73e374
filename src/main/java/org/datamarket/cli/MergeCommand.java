package org.datamarket.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datamarket.cli.option.CommandWords;
import org.datamarket.document.UserMistake;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Destination;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Manifest;
import org.datamarket.output.folder.RunFolder;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.sweep.Journal;
import org.datamarket.study.sweep.Merge;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.sweep.StudyGuard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the shards of a study. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    sortOptions = false,
    description =
        "Joins the shards of a study into one folder, with the same tables as if it had been made"
            + " at once.",
    footer = {"", "Example:", "  datamarket merge output/1 output/2 output/3 --out output/all"})
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "The folders of the shards.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write.")
  private Path out;

  @Option(
      names = "--force",
      description = "Replaces the folder if an earlier study wrote all that is in it.")
  private boolean force;

  @Mixin private ReportChoice report;

  @Option(names = "--quiet", description = "Prints nothing.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out) && !force && StudyFolder.is(out)) {
      throw new UserMistake(out, "exists already; name another, or replace it with --force");
    }
    try (Merge merge = Merge.of(folders, file -> StudyFile.read(file, List.of()))) {
      List<Path> journals = folders.stream().map(folder -> folder.resolve(Journal.FILE)).toList();
      Manifest manifest = Manifest.begin(FolderKind.STUDY, CommandWords.of(spec), journals);
      RunFolder.write(
          new Destination(out, FolderKind.STUDY, force, folders, StudyGuard.GUARD),
          merge.contents(),
          manifest);
      Drawings drawings = new Drawings(out, Additions.to(out, manifest, StudyGuard.GUARD));
      report.write(StudyReports.of(merge.study(), merge, List.of()), drawings);
      int code = drawings.finish();
      if (!quiet) {
        System.out.println("Written to " + out);
      }
      return code;
    }
  }
}
