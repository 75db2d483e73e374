package org.datamarket.output.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.io.WholeFile;
import org.datamarket.output.folder.OutputException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Content MANIFEST =
      folder -> Manifest.begin(FolderKind.RUN, List.of("test"), List.of()).writeTo(folder);

  @TempDir Path home;

  private static Content file(String name, String text) {
    return folder -> WholeFile.write(folder.resolve(name), text);
  }

  private static Destination destination(Path target, boolean force) {
    return new Destination(target, FolderKind.RUN, force, List.of());
  }

  private static Content failing(IOException failure) {
    return folder -> {
      throw failure;
    };
  }

  private OutputException refusal(Path target, boolean force, Content... contents) {
    return catchThrowableOfType(
        OutputException.class, () -> RunFolder.write(target, force, contents));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(home)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_makesTheFolderAndItsParents() throws IOException {
    Path target = home.resolve("a/b/run");
    RunFolder.write(target, false, file("one", "1"), file("two", "2"));

    assertThat(target.resolve("one")).hasContent("1");
    assertThat(target.resolve("two")).hasContent("2");
    assertThat(names()).containsExactly("a");
    try (Stream<Path> beside = Files.list(target.getParent())) {
      assertThat(beside).containsExactly(target);
    }
  }

  @Test
  void write_contentSeesNothingAtTheTargetUntilAllIsWritten() throws IOException {
    Path target = home.resolve("run");
    RunFolder.write(
        target,
        false,
        file("one", "1"),
        folder -> {
          assertThat(target).doesNotExist();
          assertThat(folder.getParent()).isEqualTo(target.getParent());
          assertThat(folder.resolve("one")).hasContent("1");
        });
  }

  @Test
  void write_contentThatThrows_leavesNothingAndNamesTheTarget() throws IOException {
    Path target = home.resolve("a/b/run");
    OutputException refusal =
        refusal(target, false, file("one", "1"), failing(new IOException("broken pipe")));

    assertThat(refusal.kind()).isEqualTo(Kind.FAILED);
    assertThat(refusal.isUsersMistake()).isFalse();
    assertThat(refusal).hasMessage(target + ": broken pipe");
    assertThat(names()).isEmpty();
  }

  @Test
  void write_contentWithADefect_leavesNothing() throws IOException {
    Content defect =
        folder -> {
          throw new IllegalStateException("a defect");
        };
    assertThatThrownBy(() -> RunFolder.write(home.resolve("run"), false, file("one", "1"), defect))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a defect");
    assertThat(names()).isEmpty();
  }

  @Test
  void write_fullDisk_namesTheFileAsItWouldHaveBeen() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Path target = home.resolve("run");
    Content overflowing =
        folder -> {
          Files.createSymbolicLink(folder.resolve(".rounds.csv.partial"), full);
          WholeFile.write(folder.resolve("rounds.csv"), "much");
        };
    OutputException refusal = refusal(target, false, overflowing);

    assertThat(refusal.kind()).isEqualTo(Kind.FAILED);
    assertThat(refusal.file()).isEqualTo(target.resolve("rounds.csv"));
    assertThat(refusal).hasMessage(target.resolve("rounds.csv") + ": No space left on device");
    assertThat(names()).isEmpty();
    assertThat(full).exists();
  }

  @Test
  void write_somethingThere_isRefusedAndUntouched() throws IOException {
    Path target = home.resolve("run");
    RunFolder.write(target, false, file("one", "old"), MANIFEST);
    OutputException refusal = refusal(target, false, file("one", "new"));

    assertThat(refusal.kind()).isEqualTo(Kind.EXISTS);
    assertThat(refusal.isUsersMistake()).isTrue();
    assertThat(refusal).hasMessage(target + ": exists already");
    assertThat(target.resolve("one")).hasContent("old");
    assertThat(names()).containsExactly("run");
  }

  @Test
  void write_force_replacesTheWholeFolder() throws IOException {
    Path target = home.resolve("run");
    RunFolder.write(target, false, file("old", "old"), MANIFEST);
    RunFolder.write(target, true, file("new", "new"), MANIFEST);

    assertThat(target.resolve("new")).hasContent("new");
    assertThat(target.resolve("old")).doesNotExist();
    assertThat(names()).containsExactly("run");
  }

  @Test
  void write_force_thatFails_keepsTheOldFolder() throws IOException {
    Path target = home.resolve("run");
    RunFolder.write(target, false, file("old", "old"), MANIFEST);
    refusal(target, true, file("new", "new"), failing(new IOException("no")));

    assertThat(target.resolve("old")).hasContent("old");
    assertThat(target.resolve("new")).doesNotExist();
    assertThat(names()).containsExactly("run");
  }

  @Test
  void write_force_doesNotReplaceWhatNoRunWrote() throws IOException {
    Path target = Files.createDirectory(home.resolve("thesis"));
    Files.writeString(target.resolve("chapter"), "years of work");
    OutputException refusal = refusal(target, true, MANIFEST);

    assertThat(refusal.kind()).isEqualTo(Kind.EXISTS);
    assertThat(refusal).hasMessageContaining("chapter is in it, and no manifest.json");
    assertThat(target.resolve("chapter")).hasContent("years of work");
  }

  @Test
  void write_force_replacesAnEmptyFolder() throws IOException {
    Path target = Files.createDirectory(home.resolve("run"));
    RunFolder.write(target, true, file("one", "1"));
    assertThat(target.resolve("one")).exists();
  }

  @Test
  void write_force_replacesWhereALinkLeads() throws IOException {
    Path real = home.resolve("real");
    RunFolder.write(real, false, MANIFEST);
    Path link = Files.createSymbolicLink(home.resolve("latest"), real);
    RunFolder.write(link, true, file("new", "new"), MANIFEST);

    assertThat(real.resolve("new")).hasContent("new");
    assertThat(link).isSymbolicLink();
    assertThat(names()).containsExactly("latest", "real");
  }

  @Test
  void write_linkThatLeadsNowhere_isRefused() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("latest"), home.resolve("gone"));
    assertThat(refusal(link, true).kind()).isEqualTo(Kind.UNUSABLE);
  }

  @Test
  void write_fileThere_isRefusedEvenWithForce() throws IOException {
    Path target = Files.writeString(home.resolve("run"), "a file");
    OutputException refusal = refusal(target, true, MANIFEST);

    assertThat(refusal.kind()).isEqualTo(Kind.EXISTS);
    assertThat(target).hasContent("a file");
  }

  @Test
  void write_parentIsAFile_isTheUsersMistake() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "a file");
    for (Path target : List.of(file.resolve("run"), file.resolve("deeper/run"))) {
      OutputException refusal = refusal(target, false, MANIFEST);
      assertThat(refusal.kind()).isEqualTo(Kind.UNUSABLE);
      assertThat(refusal).hasMessageContaining("cannot be created");
    }
    assertThat(file).hasContent("a file");
  }

  @Test
  void write_nameTooLong_isTheUsersMistake() {
    assertThat(refusal(home.resolve("n".repeat(300)), false).kind()).isEqualTo(Kind.UNUSABLE);
  }

  @Test
  void write_noPermission_isTheUsersMistake() throws IOException {
    Path closed = Files.createDirectory(home.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(closed), "an administrator may write anywhere");
    OutputException refusal = refusal(closed.resolve("run"), false);

    assertThat(refusal.kind()).isEqualTo(Kind.UNUSABLE);
    assertThat(refusal).hasMessageContaining("no permission");
  }

  @Test
  void write_rootOfTheFileSystem_isRefused() {
    assertThat(refusal(Path.of("/"), true).kind()).isEqualTo(Kind.EXISTS);
  }

  @Test
  void write_afterAReplacementThatWasCutShort_putsTheOldFolderBackFirst() throws IOException {
    Path target = home.resolve("run");
    RunFolder.write(target, false, file("one", "old"), MANIFEST);
    Files.move(target, home.resolve(".run.replaced-4711"));
    Files.createDirectory(home.resolve(".run.partial-4711"));

    assertThat(refusal(target, false, MANIFEST).kind()).isEqualTo(Kind.EXISTS);
    assertThat(target.resolve("one")).hasContent("old");

    RunFolder.write(target, true, file("one", "new"), MANIFEST);
    assertThat(target.resolve("one")).hasContent("new");
    assertThat(names()).containsExactly(".run.partial-4711", "run");
  }

  @Test
  void write_unfinishedFolderOfTheSameProcess_isLeftAlone() throws IOException {
    long pid = ProcessHandle.current().pid();
    Path unfinished = Files.createDirectory(home.resolve(".run.partial-" + pid));
    RunFolder.write(home.resolve("run"), false, file("one", "1"));

    assertThat(unfinished).isEmptyDirectory();
    assertThat(home.resolve("run/one")).hasContent("1");
  }

  @Test
  void check_saysWhatWriteWouldAndLeavesNothing() throws IOException {
    RunFolder.check(destination(home.resolve("a/b/run"), false));
    assertThat(names()).isEmpty();

    Path target = Files.createDirectory(home.resolve("run"));
    assertThatThrownBy(() -> RunFolder.check(destination(target, false)))
        .isInstanceOf(OutputException.class);
    RunFolder.check(destination(target, true));
    assertThat(names()).containsExactly("run");
  }

  @Test
  void write_somethingThatCameMeanwhile_staysAndTheFolderIsKeptBesideIt() throws IOException {
    Path target = home.resolve("run");
    Content meanwhile =
        folder -> {
          Files.createDirectory(target);
          Files.writeString(target.resolve("notes"), "mine");
        };
    OutputException refusal = refusal(target, true, file("one", "1"), meanwhile);

    assertThat(refusal.isUsersMistake()).isTrue();
    assertThat(refusal)
        .hasMessageEndingWith("; what was to come there is in " + home.resolve("run-2"));
    assertThat(target.resolve("notes")).hasContent("mine");
    assertThat(home.resolve("run-2/one")).hasContent("1");
    assertThat(names()).containsExactly("run", "run-2");
  }

  @Test
  void write_cleanUpThatFails_doesNotHideWhatFailedFirst() throws IOException {
    Path target = home.resolve("run");
    Content failing =
        folder -> {
          Files.delete(folder);
          throw new IOException("Too many open files");
        };
    OutputException refusal = refusal(target, false, failing);
    assertThat(refusal)
        .hasMessage(target + ": Too many open files")
        .hasSuppressedException(refusal.getSuppressed()[0]);
    assertThat(refusal.getSuppressed()).hasSize(1);
  }

  @Test
  void write_foldersNamedLikeOneMovedAside_areNotPutBack() throws IOException {
    long here = ProcessHandle.current().pid();
    for (String name :
        List.of(".run.replaced-old", ".run.replaced-17", ".run.replaced-" + here + "-x")) {
      Files.createDirectory(home.resolve(name));
      Files.writeString(home.resolve(name).resolve("notes"), "mine");
    }
    Files.writeString(home.resolve(".run.replaced-18"), "a file");
    RunFolder.write(home.resolve("run"), false, file("one", "1"));
    assertThat(home.resolve("run/one")).exists();
    assertThat(names())
        .hasSize(5)
        .contains(".run.replaced-17", ".run.replaced-18", ".run.replaced-old");
  }

  @Test
  void write_workingDirectoryOrAFolderAboveIt_isRefused() {
    for (String target :
        List.of("", ".", "..", "src/..", "../" + Path.of("").toAbsolutePath().getFileName())) {
      assertThat(refusal(Path.of(target), true))
          .as(target)
          .hasMessageContaining("working directory");
    }
  }
}
