package org.datamarket.output.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.datamarket.output.folder.OutputException.Kind;

/**
 * Writes a folder wholly or not at all. Everything goes into a hidden folder beside the target,
 * {@code .NAME.partial-…}, which gets the target's name once all is written. A folder that is to be
 * replaced is moved aside to {@code .NAME.replaced-…} for that moment, and is put back if the
 * program is killed just then and comes to the same target again: at every moment one of the two is
 * complete on disk. Of the replaced folder only the program's own files are taken away.
 */
public final class RunFolder {
  private static final int MOST_ATTEMPTS = 1000;

  private final Destination destination;
  private final Path target;
  private final Deque<Path> madeParents = new ArrayDeque<>();
  private Path aside;
  private Closeable spareHandles = () -> {};

  private RunFolder(Destination destination) throws OutputException {
    this.destination = destination;
    this.target = resolve(destination);
  }

  /**
   * Whether a folder could be written there, tried out by making one and taking it away again: so
   * that nobody computes for an hour what cannot be kept.
   *
   * @throws OutputException what {@link #write} would throw now
   */
  public static void check(Destination destination) throws OutputException {
    RunFolder folder = new RunFolder(destination);
    try {
      folder.open();
    } catch (OutputException failure) {
      folder.clearAfter(failure);
      throw failure;
    }
    folder.clear();
  }

  /** Writes the folder of a run, see {@link #write(Destination, Content...)}. */
  public static void write(Path target, boolean force, Content... contents) throws OutputException {
    write(new Destination(target, FolderKind.RUN, force, List.of()), contents);
  }

  /**
   * Writes a folder. Missing parents are made too. If something has come to its place while the
   * contents were made, the folder is kept under the first free name beside it.
   *
   * @param contents what goes into it, written in this order
   * @throws OutputException if it cannot be written, and then nothing is left behind; or if it has
   *     got another name, which the message says
   */
  public static void write(Destination destination, Content... contents) throws OutputException {
    RunFolder folder = new RunFolder(destination);
    try {
      folder.open();
      for (Content content : contents) {
        folder.fill(content);
      }
      folder.moveIntoPlace();
    } catch (Throwable failure) {
      folder.clearAfter(failure);
      throw failure;
    }
  }

  private static Path resolve(Destination destination) throws OutputException {
    Path target = destination.resolved();
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      putBack(target);
    }
    return target;
  }

  /** Puts a folder back that was moved aside by a program killed before its replacement came. */
  private static void putBack(Path target) throws OutputException {
    Path parent = target.getParent();
    if (!Files.isDirectory(parent)) {
      return;
    }
    Pattern name =
        Pattern.compile(Pattern.quote(prefix(target, "replaced")) + "(\\d{1,18})(-\\d+)?");
    try (Stream<Path> siblings = Files.list(parent)) {
      for (Path sibling : siblings.sorted().toList()) {
        Matcher replaced = name.matcher(sibling.getFileName().toString());
        if (replaced.matches() && wasLeft(sibling, Long.parseLong(replaced.group(1)))) {
          Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
          return;
        }
      }
    } catch (IOException refused) {
      throw cannotUse(parent, refused);
    }
  }

  /** Whether a folder is the program's, and the process that moved it aside is no more. */
  private static boolean wasLeft(Path folder, long process) throws IOException {
    boolean lives =
        process != ProcessHandle.current().pid()
            && ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    return !lives
        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && ManifestFile.read(folder).isPresent();
  }

  private void open() throws OutputException {
    destination.replaceable(target);
    makeParents();
    for (int attempt = 0; aside == null; attempt++) {
      Path free = sibling("partial", attempt);
      try {
        aside = Files.createDirectory(free);
        spareHandles = Files.newDirectoryStream(aside);
      } catch (FileAlreadyExistsException taken) {
        if (attempt == MOST_ATTEMPTS) {
          throw cannotUse(target, taken);
        }
      } catch (IOException refused) {
        throw cannotUse(target, refused);
      }
    }
  }

  private void makeParents() throws OutputException {
    Deque<Path> missing = new ArrayDeque<>();
    Path parent = target.getParent();
    while (!Files.exists(parent)) {
      missing.push(parent);
      parent = parent.getParent();
    }
    for (Path next : missing) {
      try {
        Files.createDirectory(next);
        madeParents.push(next);
      } catch (IOException refused) {
        if (!Files.isDirectory(next)) {
          throw cannotUse(next, refused);
        }
      }
    }
  }

  private static String prefix(Path target, String what) {
    return "." + target.getFileName() + "." + what + "-";
  }

  private Path sibling(String what, int attempt) {
    String name = prefix(target, what) + ProcessHandle.current().pid();
    return target.resolveSibling(attempt == 0 ? name : name + "-" + attempt);
  }

  private void fill(Content content) throws OutputException {
    try {
      content.writeTo(aside);
    } catch (OutputException clear) {
      throw clear;
    } catch (IOException failure) {
      throw new OutputException(Kind.FAILED, inTarget(failure), Reasons.of(failure), failure);
    }
  }

  /** The file that failed, under the name that it would have had in the end. */
  private Path inTarget(IOException failure) {
    if (failure instanceof FileSystemException named && named.getFile() != null) {
      Path file = Path.of(named.getFile());
      return file.startsWith(aside) ? target.resolve(aside.relativize(file)) : file;
    }
    return target;
  }

  private void moveIntoPlace() throws OutputException {
    releaseHandles();
    try {
      replace();
    } catch (OutputException failure) {
      if (failure.kind() != Kind.EXISTS || aside == null) {
        throw failure;
      }
      throw new OutputException(
          Kind.EXISTS,
          target,
          "%s; what was to come there is in %s".formatted(failure.reason(), keepBeside()),
          failure);
    }
  }

  private void replace() throws OutputException {
    Optional<Inventory> there = destination.replaceable(target);
    if (there.isEmpty()) {
      rename(aside, target);
      aside = null;
      return;
    }
    Path old = freeSibling("replaced");
    rename(target, old);
    try {
      refuseIfInUse(old);
      rename(aside, target);
    } catch (OutputException failure) {
      rename(old, target);
      throw failure;
    }
    rename(old, aside);
    Path emptied = aside;
    aside = null;
    try {
      there.get().delete(emptied, destination.guard());
    } catch (IOException failure) {
      throw cannotDelete(emptied, failure);
    }
  }

  /** Now that the old folder is aside, nobody can begin to work on it. */
  private void refuseIfInUse(Path old) throws OutputException {
    try {
      if (destination.guard().isInUse(old)) {
        throw new OutputException(
            Kind.EXISTS, target, "is not replaced: another sweep is at work on it", null);
      }
    } catch (OutputException clear) {
      throw clear;
    } catch (IOException failure) {
      throw cannotUse(target, failure);
    }
  }

  private Path freeSibling(String what) {
    int attempt = 0;
    while (Files.exists(sibling(what, attempt), LinkOption.NOFOLLOW_LINKS)) {
      attempt++;
    }
    return sibling(what, attempt);
  }

  /** Gives the folder the first free one of the names NAME-2, NAME-3, … */
  private Path keepBeside() throws OutputException {
    for (int k = 2; ; k++) {
      Path beside = target.resolveSibling(target.getFileName() + "-" + k);
      if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
        rename(aside, beside);
        aside = null;
        return beside;
      }
    }
  }

  private static void rename(Path from, Path to) throws OutputException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      boolean taken = Files.exists(to, LinkOption.NOFOLLOW_LINKS);
      throw new OutputException(
          taken ? Kind.EXISTS : Kind.FAILED,
          to,
          taken ? "exists already" : Reasons.of(failure),
          failure);
    }
  }

  /** Takes away the folder aside, and the parents that were missing unless others use them now. */
  private void clear() throws OutputException {
    releaseHandles();
    Path stuck = aside;
    try {
      if (aside != null) {
        deleteTree(aside);
      }
      for (Path parent : madeParents) {
        stuck = parent;
        deleteIfEmpty(parent);
      }
    } catch (IOException failure) {
      throw cannotDelete(stuck, failure);
    }
  }

  /** Clears up after a failure, which is told whatever comes of that. */
  private void clearAfter(Throwable failure) {
    try {
      clear();
    } catch (OutputException second) {
      failure.addSuppressed(second);
    }
  }

  /** A folder cannot be emptied without a handle to look into it, so two are kept for that. */
  private void releaseHandles() {
    try {
      spareHandles.close();
    } catch (IOException closedAnyway) {
      // nothing depends on it
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> tree = new ArrayList<>(Inventory.tree(folder));
    Collections.reverse(tree);
    for (Path path : tree) {
      Files.delete(path);
    }
    Files.delete(folder);
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException used) {
      // by somebody else meanwhile
    }
  }

  private static OutputException cannotDelete(Path path, IOException failure) {
    return new OutputException(
        Kind.FAILED, path, "cannot be deleted: " + Reasons.of(failure), failure);
  }

  private static OutputException cannotUse(Path folder, IOException refused) {
    Kind kind = Reasons.isFull(folder, refused) ? Kind.FAILED : Kind.UNUSABLE;
    return new OutputException(kind, folder, "cannot be created: " + Reasons.of(refused), refused);
  }
}
