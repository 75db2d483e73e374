package org.datamarket.output.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.datamarket.io.Sha256;
import org.datamarket.io.WholeFile;

/**
 * What the program has written into a folder, as the folder's manifest says. All else in the folder
 * is somebody's own, and so is a file that was changed since.
 *
 * @param kind of the folder
 * @param files SHA-256 by name, which has slashes between its parts
 * @param unfinished names of files that were being written: whatever they hold, it is the program's
 */
record Inventory(FolderKind kind, SortedMap<String, String> files, SortedSet<String> unfinished) {
  Inventory {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    unfinished = Collections.unmodifiableSortedSet(new TreeSet<>(unfinished));
  }

  /**
   * Something in a folder that is not the program's.
   *
   * @param name within the folder
   * @param isChanged whether the program wrote a file of that name once
   */
  record Foreign(String name, boolean isChanged) {
    /** That it is there, as the end of a sentence. */
    String inWords() {
      return isChanged
          ? "%s was changed since it was written".formatted(name)
          : "%s was not written by Data Market".formatted(name);
    }
  }

  static Inventory empty(FolderKind kind) {
    return new Inventory(kind, new TreeMap<>(), new TreeSet<>());
  }

  /** All that is in a folder into which nobody else has written. */
  static Inventory of(FolderKind kind, Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path path : tree(folder)) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !isManifest(folder, path)) {
        files.put(name(folder, path), Sha256.of(path));
      }
    }
    return new Inventory(kind, files, Collections.emptySortedSet());
  }

  /** With files that are about to be written. */
  Inventory begin(Collection<String> names) {
    SortedSet<String> begun = new TreeSet<>(unfinished);
    begun.addAll(names);
    return new Inventory(kind, files, begun);
  }

  /** With the files that have been written since {@link #begin}, as they are now. */
  Inventory end(Path folder) throws IOException {
    SortedMap<String, String> written = new TreeMap<>(files);
    for (String name : unfinished) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        written.put(name, Sha256.of(file));
      } else {
        written.remove(name);
      }
    }
    return new Inventory(kind, written, Collections.emptySortedSet());
  }

  /** The first file in a folder, by name, that is not the program's; or the first such folder. */
  static Optional<Foreign> foreign(Path folder, Optional<Inventory> inventory, Guard guard)
      throws IOException {
    return foreign(folder, folder, inventory, guard);
  }

  private static Optional<Foreign> foreign(
      Path folder, Path within, Optional<Inventory> inventory, Guard guard) throws IOException {
    for (Path path : children(within)) {
      String name = name(folder, path);
      boolean own = inventory.isPresent() && inventory.get().isOwn(name, path, guard);
      if (!own) {
        boolean written = inventory.map(known -> known.files.containsKey(name)).orElse(false);
        return Optional.of(new Foreign(name(folder, firstFile(path)), written && !isFolder(path)));
      }
      if (isFolder(path)) {
        Optional<Foreign> deeper = foreign(folder, path, inventory, guard);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  private static Path firstFile(Path path) {
    try {
      List<Path> children = isFolder(path) ? children(path) : List.of();
      return children.isEmpty() ? path : firstFile(children.get(0));
    } catch (IOException unreadable) {
      return path;
    }
  }

  /** Whether nothing would be lost that is not the program's if a file were replaced. */
  boolean mayReplace(String name, Path folder, Guard guard) throws IOException {
    for (String each : whileWritten(name)) {
      Path file = folder.resolve(each);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(each, file, guard)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOwn(String name, Path path, Guard guard) throws IOException {
    if (isFolder(path)) {
      String within = name + "/";
      return Stream.concat(files.keySet().stream(), unfinished.stream())
          .anyMatch(listed -> listed.startsWith(within));
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    return name.equals(Manifest.FILE)
        || name.equals(WholeFile.partialName(Manifest.FILE))
        || unfinished.stream().anyMatch(begun -> whileWritten(begun).contains(name))
        || (files.containsKey(name) && files.get(name).equals(Sha256.of(path)))
        || guard.isOwn(name, path);
  }

  /** What a file is called, in the end and while it is written: by itself, or with others. */
  private static List<String> whileWritten(String name) {
    int slash = name.lastIndexOf('/') + 1;
    String folder = name.substring(0, slash);
    String partial = WholeFile.partialName(name.substring(slash));
    return List.of(name, folder + partial, folder + WholeFile.partialName(partial));
  }

  /**
   * Takes away from a folder what is the program's, and the folder if that empties it.
   *
   * @throws DirectoryNotEmptyException if something else is in it, which stays
   */
  void delete(Path folder, Guard guard) throws IOException {
    List<Path> tree = new ArrayList<>(tree(folder));
    Collections.reverse(tree);
    for (Path path : tree) {
      String name = name(folder, path);
      if (!name.equals(Manifest.FILE) && isOwn(name, path, guard)) {
        Files.delete(path);
      }
    }
    if (children(folder).stream().allMatch(path -> isManifest(folder, path))) {
      Files.deleteIfExists(folder.resolve(Manifest.FILE));
    }
    Files.delete(folder);
  }

  private static boolean isManifest(Path folder, Path path) {
    return path.equals(folder.resolve(Manifest.FILE));
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String name(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  /**
   * All that is below a folder, each folder before what it holds, in the order of names. No link is
   * followed, and no more than one folder is open at a time.
   */
  static List<Path> tree(Path folder) throws IOException {
    List<Path> tree = new ArrayList<>();
    for (Path child : children(folder)) {
      tree.add(child);
      if (isFolder(child)) {
        tree.addAll(tree(child));
      }
    }
    return tree;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }
}
