package org.datamarket.study.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.StudyFolder;

/** A study as bytes to be sent: the effective study and model, and the tables that they read. */
final class Parcel {
  private Parcel() {}

  /** Packs a study. */
  static byte[] pack(Study study) throws IOException {
    Path folder = Files.createTempDirectory("datamarket-study-");
    try {
      StudyFolder.contents(study).writeTo(folder);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes);
          Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, zip);
        }
      }
      return bytes.toByteArray();
    } finally {
      delete(folder);
    }
  }

  /**
   * Unpacks a study into a new temporary folder, which goes when the Java machine ends.
   *
   * @return the folder
   */
  static Path unpack(byte[] parcel) throws IOException {
    Path folder = Files.createTempDirectory("datamarket-study-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(folder)));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(parcel))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(entry.getName() + " is no name of a study's file");
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    return folder;
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException | UncheckedIOException left) {
      // a temporary folder is left to the system
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
