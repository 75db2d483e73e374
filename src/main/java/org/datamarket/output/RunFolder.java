package org.datamarket.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.datamarket.output.OutputException.Kind;

/**
 * Writes a folder wholly or not at all. Everything goes into a hidden folder beside the target,
 * {@code .NAME.partial-…}, which gets the target's name once all is written. A folder that is to be
 * replaced is moved aside to {@code .NAME.replaced-…} for that moment, and is put back if the
 * program is killed just then and comes to the same target again: at every moment one of the two is
 * complete on disk.
 */
public final class RunFolder {
  private static final int MOST_ATTEMPTS = 1000;

  private final Path target;
  private final boolean force;
  private final Deque<Path> madeParents = new ArrayDeque<>();
  private Path aside;

  private RunFolder(Path target, boolean force) {
    this.target = target;
    this.force = force;
  }

  /**
   * Whether a folder could be written there, tried out by making one and taking it away again: so
   * that nobody computes for an hour what cannot be kept.
   *
   * @param force whether a folder that an earlier run wrote there would be replaced
   * @throws OutputException what {@link #write} would throw now
   */
  public static void check(Path target, boolean force) throws OutputException {
    RunFolder folder = new RunFolder(resolve(target), force);
    try {
      folder.open();
    } finally {
      folder.clear();
    }
  }

  /**
   * Writes a folder. Missing parents are made too.
   *
   * @param force whether to replace a folder of that name: one that is empty, or has a {@link
   *     Manifest}, which says that a run wrote it; anything else is never replaced
   * @param contents what goes into it, written in this order
   * @throws OutputException if it cannot be written; then nothing is left behind
   */
  public static void write(Path target, boolean force, Content... contents) throws OutputException {
    RunFolder folder = new RunFolder(resolve(target), force);
    boolean complete = false;
    try {
      folder.open();
      for (Content content : contents) {
        folder.fill(content);
      }
      folder.moveIntoPlace();
      complete = true;
    } finally {
      if (!complete) {
        folder.clear();
      }
    }
  }

  /** The target as an absolute path; if it is there, and is a link, where that leads. */
  private static Path resolve(Path target) throws OutputException {
    Path absolute = target.toAbsolutePath().normalize();
    if (absolute.getFileName() == null) {
      throw new OutputException(Kind.EXISTS, target, "is the root of the file system", null);
    }
    if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      putBack(absolute);
    }
    if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      return absolute;
    }
    try {
      return absolute.toRealPath();
    } catch (IOException dangling) {
      throw new OutputException(Kind.UNUSABLE, target, "is a link that leads nowhere", dangling);
    }
  }

  /** Puts a folder back that was moved aside by a program killed before its replacement came. */
  private static void putBack(Path target) throws OutputException {
    Path parent = target.getParent();
    if (!Files.isDirectory(parent)) {
      return;
    }
    String prefix = prefix(target, "replaced");
    try (Stream<Path> siblings = Files.list(parent)) {
      Optional<Path> replaced =
          siblings.filter(path -> path.getFileName().toString().startsWith(prefix)).findFirst();
      if (replaced.isPresent()) {
        Files.move(replaced.get(), target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException refused) {
      throw cannotUse(parent, refused);
    }
  }

  private void open() throws OutputException {
    refuseWhatMustStay();
    makeParents();
    for (int attempt = 0; aside == null; attempt++) {
      Path free = sibling("partial", attempt);
      try {
        aside = Files.createDirectory(free);
      } catch (FileAlreadyExistsException taken) {
        if (attempt == MOST_ATTEMPTS) {
          throw cannotUse(target, taken);
        }
      } catch (IOException refused) {
        throw cannotUse(target, refused);
      }
    }
  }

  private void refuseWhatMustStay() throws OutputException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new OutputException(Kind.EXISTS, target, "exists, and is not a folder", null);
    }
    if (!force) {
      throw new OutputException(Kind.EXISTS, target, "exists already", null);
    }
    if (!Files.exists(target.resolve(Manifest.FILE)) && !isEmpty(target)) {
      String reason = "is not replaced: it has no " + Manifest.FILE + ", so no run wrote it";
      throw new OutputException(Kind.EXISTS, target, reason, null);
    }
  }

  private static boolean isEmpty(Path folder) throws OutputException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException refused) {
      throw cannotUse(folder, refused);
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
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      rename(aside, target);
      return;
    }
    refuseWhatMustStay();
    Path old = sibling("replaced", 0);
    rename(target, old);
    try {
      rename(aside, target);
    } catch (OutputException failure) {
      rename(old, target);
      throw failure;
    }
    rename(old, aside);
    clear();
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
    Path stuck = aside;
    try {
      if (aside != null) {
        deleteTree(aside);
      }
      for (Path parent : madeParents) {
        stuck = parent;
        if (isEmpty(parent)) {
          Files.delete(parent);
        }
      }
    } catch (IOException failure) {
      throw new OutputException(
          Kind.FAILED, stuck, "cannot be deleted: " + Reasons.of(failure), failure);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static OutputException cannotUse(Path folder, IOException refused) {
    Kind kind = Reasons.isFull(folder, refused) ? Kind.FAILED : Kind.UNUSABLE;
    return new OutputException(kind, folder, "cannot be created: " + Reasons.of(refused), refused);
  }
}
