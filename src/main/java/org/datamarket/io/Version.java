package org.datamarket.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build says about the program. */
public final class Version {
  private static final Properties BUILD = load();

  private Version() {}

  /** The program's version. */
  public static String number() {
    return of("version");
  }

  /** The version of a part that the build names. */
  public static String of(String part) {
    return BUILD.getProperty(part, "unknown");
  }

  private static Properties load() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/datamarket-version.properties")) {
      if (in != null) {
        build.load(in);
      }
      return build;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
