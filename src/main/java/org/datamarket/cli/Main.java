package org.datamarket.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Prints the version. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Properties version = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("/datamarket-version.properties")) {
      version.load(in);
    }
    System.out.println("datamarket " + version.getProperty("version"));
  }
}
