package org.datamarket.simulation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.UTFDataFormatException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.datamarket.document.UserMistake;
import org.datamarket.io.WholeFile;
import org.datamarket.market.Valuation;
import org.datamarket.model.distribution.Distribution;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.SellerStrategy;

/**
 * A run in a file, to be continued later with identical results. The file opens with a magic word,
 * the version of the format and a fingerprint of the model; what follows is compressed Java
 * serialization, of which only the classes of a run are accepted back: this program's, MASON's, the
 * collections, and what implements a strategy, a valuation or a distribution; and these only in
 * amounts that the file can account for ({@link RunStream}).
 */
public final class Checkpoint {
  private static final String MAGIC = "datamarket-checkpoint";
  private static final int VERSION = 2;

  /** Zeros, of which a young market is full, are packed a thousandfold; a run is not all zeros. */
  private static final long MOST_UNPACKED = 300;

  private static final long UNPACKED_ANYWAY = 64L << 20;
  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang",
          "java.util",
          "sim.engine",
          "sim.util",
          "ec.util",
          "org.apache.commons.math3.random");
  private static final Set<Class<?>> EXTENSION_POINTS =
      Set.of(
          BuyerStrategy.class,
          SellerStrategy.class,
          Valuation.class,
          Distribution.class,
          ModelSource.class);

  private Checkpoint() {}

  /**
   * A run from a file.
   *
   * @param simulation ready to be played on
   * @param model the fingerprint of the model, as it was given to {@link #write}
   */
  public record Kept(DataMarket simulation, String model) {}

  /**
   * Writes a run between two rounds or two turns; an older file of that name is replaced at once,
   * or not at all.
   *
   * @param model a fingerprint of the model: what {@link #read} must be given too
   * @throws IOException if the file cannot be written; nothing is left behind then
   */
  public static void write(DataMarket simulation, String model, Path file) throws IOException {
    WholeFile.writeAmongOthers(
        file,
        out -> {
          DataOutputStream header = new DataOutputStream(out);
          header.writeUTF(MAGIC);
          header.writeInt(VERSION);
          header.writeUTF(model);
          ObjectOutputStream objects = new ObjectOutputStream(new GZIPOutputStream(header));
          objects.writeObject(simulation);
          objects.close();
        });
  }

  /**
   * Reads a run, ready to be played on.
   *
   * @param model the fingerprint of the model that the run must be of
   * @throws UserMistake if this is no checkpoint, of another version, damaged, or of another model
   * @throws IOException if the file cannot be read for another reason
   */
  public static DataMarket read(Path file, String model) throws IOException, UserMistake {
    return read(file, model::equals).simulation();
  }

  /**
   * Reads a run of whatever model, ready to be played on.
   *
   * @throws UserMistake if this is no checkpoint, of another version, or damaged
   * @throws IOException if the file cannot be read for another reason
   */
  public static Kept read(Path file) throws IOException, UserMistake {
    return read(file, model -> true);
  }

  /**
   * Whether a file is a checkpoint.
   *
   * @param model tells by its fingerprint whether the model is one that is meant
   */
  public static boolean is(Path file, Predicate<String> model) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (DataInputStream in = open(file)) {
      checkHeader(file, in, model);
      return true;
    } catch (UserMistake | EOFException | UTFDataFormatException other) {
      return false;
    }
  }

  private static Kept read(Path file, Predicate<String> model) throws IOException, UserMistake {
    if (Files.isDirectory(file)) {
      throw new UserMistake(file, "is a directory, not a checkpoint");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UserMistake(file, "is a pipe or a device, not a checkpoint");
    }
    try {
      return readRun(file, model, checkSum(file, model));
    } catch (NoSuchFileException missing) {
      throw new UserMistake(file, "no such file");
    } catch (FileSystemException refused) {
      throw new UserMistake(file, "cannot be read: " + refused.getReason());
    } catch (InvalidClassException changed) {
      String reason =
          String.valueOf(changed.getMessage()).contains("REJECTED")
              ? "holds what is no part of a run, and is not read"
              : "was not written by this version of the program (" + changed.getMessage() + ")";
      throw new UserMistake(file, reason);
    } catch (ClassNotFoundException missing) {
      throw new UserMistake(file, "needs class " + missing.getMessage() + " on the class path");
    } catch (EOFException
        | UTFDataFormatException
        | ZipException
        | ObjectStreamException
        | RuntimeException
        | StackOverflowError damaged) {
      throw new UserMistake(file, "is damaged");
    }
  }

  /**
   * Reads all of it once, for the check sum at its end: before that, nothing in it can be trusted.
   *
   * @return how many bytes the run has, unpacked
   */
  private static long checkSum(Path file, Predicate<String> model) throws IOException, UserMistake {
    long most =
        Math.min(
            UNPACKED_ANYWAY + MOST_UNPACKED * Files.size(file),
            2 * Runtime.getRuntime().maxMemory());
    try (DataInputStream in = open(file)) {
      checkHeader(file, in, model);
      GZIPInputStream unpacked = new GZIPInputStream(in);
      byte[] chunk = new byte[1 << 16];
      long size = 0;
      for (int count = unpacked.read(chunk); count >= 0; count = unpacked.read(chunk)) {
        size += count;
        if (size > most) {
          throw new UserMistake(
              file,
              "unpacks to more than %s bytes; expected less of a file of %s"
                  .formatted(most, Files.size(file)));
        }
      }
      return size;
    }
  }

  private static Kept readRun(Path file, Predicate<String> model, long size)
      throws IOException, UserMistake, ClassNotFoundException {
    try (DataInputStream in = open(file)) {
      String fingerprint = checkHeader(file, in, model);
      ObjectInputStream objects =
          new RunStream(new GZIPInputStream(in), size, Checkpoint::isOfARun);
      return new Kept((DataMarket) objects.readObject(), fingerprint);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private static String checkHeader(Path file, DataInputStream in, Predicate<String> model)
      throws IOException, UserMistake {
    String magic;
    try {
      magic = in.readUTF();
    } catch (IOException noText) {
      throw new UserMistake(file, "is not a checkpoint");
    }
    if (!magic.equals(MAGIC)) {
      throw new UserMistake(file, "is not a checkpoint");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new UserMistake(
          file, "is a checkpoint of format " + version + ", expected format " + VERSION);
    }
    String fingerprint = in.readUTF();
    if (!model.test(fingerprint)) {
      throw new UserMistake(
          file, "is a checkpoint of another model, or of other settings of this one");
    }
    return fingerprint;
  }

  private static boolean isOfARun(Class<?> type) {
    String name = type.getPackageName();
    return type.isPrimitive()
        || PACKAGES.contains(name)
        || name.equals("org.datamarket")
        || name.startsWith("org.datamarket.")
        || EXTENSION_POINTS.stream().anyMatch(point -> point.isAssignableFrom(type));
  }
}
