package org.datamarket.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is added, one after the other. */
public final class Sha256 {
  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  /** Of nothing yet. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /** The hash of some bytes. */
  public static String of(byte[] bytes) {
    return new Sha256().add(bytes).hex();
  }

  /** The hash of a file's bytes, read piece by piece. */
  public static String of(Path file) throws IOException {
    Sha256 hash = new Sha256();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        hash.digest.update(piece, 0, read);
      }
    }
    return hash.hex();
  }

  /** Adds bytes. */
  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds a text, in UTF-8. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a whole number's eight bytes, the highest first. */
  public Sha256 add(long whole) {
    return add(number.putLong(0, whole).array());
  }

  /** Adds a number to its last bit. */
  public Sha256 add(double value) {
    return add(Double.doubleToLongBits(value));
  }

  /** The hash, as 64 hexadecimal digits; then nothing has been added any more. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
