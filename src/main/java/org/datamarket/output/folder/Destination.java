package org.datamarket.output.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.output.folder.Inventory.Foreign;
import org.datamarket.output.folder.OutputException.Kind;

/**
 * Where a folder is to be written, and what must not be lost by that. A folder that is there is
 * replaced only on demand, and only if all that is in it is the program's and of the same kind.
 *
 * @param folder as its user named it
 * @param kind of the folder
 * @param force whether a folder of that name may be replaced
 * @param inputs what the folder is made from: no folder above one of them is replaced
 * @param guard knows whether a program is at work on the folder
 */
public record Destination(
    Path folder, FolderKind kind, boolean force, List<Path> inputs, Guard guard) {
  public Destination {
    inputs = List.copyOf(inputs);
  }

  /** A folder of a kind on which nobody works for long. */
  public Destination(Path folder, FolderKind kind, boolean force, List<Path> inputs) {
    this(folder, kind, force, inputs, Guard.NONE);
  }

  /**
   * The folder as an absolute path without dots and links, all of it that is there; dots and links
   * count as they do for the operating system.
   */
  Path resolved() throws OutputException {
    Path absolute = folder.toAbsolutePath();
    Path resolved = absolute.getRoot();
    for (Path name : absolute) {
      if (name.toString().equals("..")) {
        resolved = above(resolved);
      } else if (!name.toString().equals(".") && !name.toString().isEmpty()) {
        resolved = real(resolved.resolve(name));
      }
    }
    if (resolved.getFileName() == null) {
      throw new OutputException(Kind.EXISTS, folder, "is the root of the file system", null);
    }
    return resolved;
  }

  private Path above(Path path) throws OutputException {
    if (!Files.isDirectory(path)) {
      throw new OutputException(
          Kind.UNUSABLE, folder, "leads through %s, which is no folder".formatted(path), null);
    }
    return path.getParent() == null ? path : path.getParent();
  }

  private Path real(Path path) throws OutputException {
    if (!Files.isSymbolicLink(path)) {
      return path;
    }
    try {
      return path.toRealPath();
    } catch (IOException dangling) {
      throw new OutputException(Kind.UNUSABLE, path, "is a link that leads nowhere", dangling);
    }
  }

  /**
   * Refuses to write over what is there.
   *
   * @param target {@link #resolved}
   * @return what is there and may be replaced; none if nothing is there
   */
  Optional<Inventory> replaceable(Path target) throws OutputException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target)) {
      throw new OutputException(Kind.EXISTS, target, "exists, and is not a folder", null);
    }
    if (!force) {
      throw new OutputException(Kind.EXISTS, target, "exists already", null);
    }
    try {
      refuseWhatIsNeeded(target);
      return Optional.of(ownedBy(target));
    } catch (OutputException clear) {
      throw clear;
    } catch (IOException unreadable) {
      throw stays(target, "it cannot be looked through (%s)".formatted(Reasons.of(unreadable)));
    }
  }

  private void refuseWhatIsNeeded(Path target) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    if (isAbove(target, here)) {
      boolean same = Files.isSameFile(target, here);
      throw stays(target, same ? "it is the working directory" : "the working directory is in it");
    }
    for (Path input : inputs) {
      if (isAbove(target, input)) {
        throw stays(target, "%s, which is read, is in it".formatted(input));
      }
    }
    if (guard.isInUse(target)) {
      throw stays(target, "another sweep is at work on it");
    }
  }

  /** Whether a path leads through a folder, or into it. */
  private static boolean isAbove(Path folder, Path path) throws IOException {
    return path.toAbsolutePath().normalize().startsWith(folder)
        || (Files.exists(path) && path.toRealPath().startsWith(folder));
  }

  private Inventory ownedBy(Path target) throws IOException {
    Optional<Inventory> inventory = ManifestFile.read(target).map(ManifestFile::inventory);
    if (inventory.isPresent() && inventory.get().kind() != kind) {
      String reason =
          "it is the folder of %s, not of %s"
              .formatted(inventory.get().kind().phrase(), kind.phrase());
      throw stays(target, reason);
    }
    Optional<Foreign> foreign = Inventory.foreign(target, inventory, guard);
    if (foreign.isPresent()) {
      String why = inWords(target, foreign.get(), inventory);
      throw stays(target, "%s; move that away, or name another folder".formatted(why));
    }
    return inventory.orElseGet(() -> Inventory.empty(kind));
  }

  private static String inWords(Path target, Foreign foreign, Optional<Inventory> inventory) {
    if (inventory.isPresent()) {
      return foreign.inWords();
    }
    boolean hasManifest = Files.exists(target.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS);
    return hasManifest
        ? "its %s was not written by Data Market, or was changed since".formatted(Manifest.FILE)
        : "%s is in it, and no %s says that Data Market wrote it"
            .formatted(foreign.name(), Manifest.FILE);
  }

  private static OutputException stays(Path target, String reason) {
    return new OutputException(Kind.EXISTS, target, "is not replaced: " + reason, null);
  }
}
