package org.datamarket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The runnable jar as it is given away. */
class PackagedJarIT {
  private static final Path JAR = Path.of(System.getProperty("datamarket.jar"));

  @Test
  void version_isTheBuilds() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, "-jar", JAR.toString(), "--version").start();
    process.getOutputStream().close();

    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out).contains(System.getProperty("datamarket.version"));
    assertThat(err).isEmpty();
  }

  @Test
  void contents_areSignedByNobodyAndLicensed() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();

      assertThat(names).doesNotHaveDuplicates();
      assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
      assertThat(names).noneMatch(name -> name.endsWith("module-info.class"));
      assertThat(names).noneMatch(name -> name.matches("sim/(app|display3d|portrayal3d)/.*"));
      assertThat(names)
          .as("what only tests use")
          .noneMatch(
              name ->
                  name.matches(
                      "(org/slf4j|ch/qos|com/networknt|com/ethlo|org/junit|logback.*)(/.*)?"));
      assertThat(names)
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/licenses/AFL-3.0.txt");
      assertThat(names).contains("sim/engine/SimState.class", "com/lowagie/text/Document.class");
    }
  }
}
