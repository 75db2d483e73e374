package org.datamarket.output.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.datamarket.output.folder.OutputException.Kind;

/**
 * Files that come into a folder that is in place, or take the place of older ones there. The
 * folder's manifest names them before they are written and has their hashes afterwards, so that
 * whatever ends the program, its files are known as its own. No file is replaced that is not the
 * program's, or was changed since.
 */
public final class Additions {
  private final Path folder;
  private final Guard guard;
  private final Supplier<ObjectNode> head;
  private final boolean hasManifest;
  private Inventory inventory;

  private Additions(
      Path folder,
      Guard guard,
      Optional<Inventory> inventory,
      FolderKind kind,
      Supplier<ObjectNode> head) {
    this.folder = folder;
    this.guard = guard;
    this.head = head;
    this.hasManifest = head != null;
    this.inventory = inventory.orElseGet(() -> Inventory.empty(kind));
  }

  /**
   * Additions to a folder that the program goes on with: its manifest becomes this one.
   *
   * @throws OutputException if there is a file of the manifest's name that is not the program's
   */
  public static Additions to(Path folder, Manifest manifest, Guard guard) throws IOException {
    Optional<ManifestFile> there = ManifestFile.read(folder);
    Path file = folder.resolve(Manifest.FILE);
    if (there.isEmpty() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw stays(file);
    }
    return new Additions(
        folder,
        guard,
        there.map(ManifestFile::inventory),
        manifest.kind(),
        () -> manifest.head().json());
  }

  /** Additions to a folder whose manifest, if it has one, stays as it is but for them. */
  public static Additions to(Path folder, Guard guard) throws IOException {
    Optional<ManifestFile> there = ManifestFile.read(folder);
    ObjectNode head = there.map(ManifestFile::head).orElse(null);
    return new Additions(
        folder,
        guard,
        there.map(ManifestFile::inventory),
        FolderKind.RUN,
        head == null ? null : () -> head);
  }

  /**
   * Refuses to replace what is not the program's.
   *
   * @param names of files, within the folder
   * @throws OutputException that names the first such file
   */
  public void check(Collection<String> names) throws IOException {
    for (String name : names) {
      if (!inventory.mayReplace(name, folder, guard)) {
        throw stays(folder.resolve(name));
      }
    }
  }

  /**
   * Says in the manifest that files are being written.
   *
   * @param names of all files that may be written from now on, within the folder
   * @throws OutputException if one of them is there and not the program's
   */
  public void begin(Collection<String> names) throws IOException {
    check(names);
    inventory = inventory.begin(names);
    save();
  }

  /**
   * The first file that is not there, or not as the manifest says, if the folder has a manifest.
   */
  public Optional<Path> changed() throws IOException {
    for (String name : inventory.files().keySet()) {
      Path file = folder.resolve(name);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          || !inventory.mayReplace(name, folder, guard)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Whether the folder has a manifest, and it is the program's. */
  public boolean hasManifest() {
    return hasManifest;
  }

  /** Counts a file as the program's that it has added to by itself. */
  public void grown(String name) {
    inventory = inventory.begin(List.of(name));
  }

  /** Takes away the program's own files of some names; those that were changed since stay. */
  public void discard(Predicate<String> names) throws IOException {
    for (String name : inventory.files().keySet()) {
      if (names.test(name) && inventory.mayReplace(name, folder, guard)) {
        Files.deleteIfExists(folder.resolve(name));
        inventory = inventory.begin(List.of(name));
      }
    }
  }

  /** Says in the manifest that all is written. */
  public void finish() throws IOException {
    for (String name : inventory.unfinished()) {
      Path parent = folder.resolve(name).getParent();
      if (!parent.equals(folder)) {
        deleteIfEmpty(parent);
      }
    }
    inventory = inventory.end(folder);
    save();
  }

  private static void deleteIfEmpty(Path made) throws IOException {
    try {
      if (Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(made);
      }
    } catch (DirectoryNotEmptyException used) {
      // something in it could be written
    }
  }

  private void save() throws IOException {
    if (hasManifest) {
      new ManifestFile(head.get(), inventory).writeTo(folder);
    }
  }

  private static OutputException stays(Path file) {
    return new OutputException(
        Kind.EXISTS,
        file,
        "is not replaced: Data Market did not write it, or it was changed since; move it away",
        null);
  }
}
