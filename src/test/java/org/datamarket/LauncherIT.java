package org.datamarket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher finds what it needs and hands over to Java, and what it says when it cannot. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherIT {
  @TempDir private Path temporary;
  private LauncherCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    temporary = temporary.toRealPath();
    checkout = new LauncherCheckout(temporary);
  }

  @Test
  void firstRun_buildsThenRunsInTheCallersDirectory() throws Exception {
    LauncherCheckout.Outcome outcome = checkout.run(temporary, "run", "a b.yaml", "--set", "x=*");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            "ran in %s: -jar %s run a b.yaml --set x=*\n".formatted(temporary, checkout.jar()));
    assertThat(outcome.err().lines()).singleElement().asString().contains("first run only");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void standardInput_goesToTheProgramEvenWhenItIsBuiltFirst() throws Exception {
    Process process = checkout.start(checkout.home(), "clear", "-");
    process.getOutputStream().write("{\"bids\": []}\n".getBytes(UTF_8));
    process.getOutputStream().close();
    assertThat(LauncherCheckout.finish(process).out()).endsWith("{\"bids\": []}\n");
  }

  @Test
  void symbolicLinks_areFollowed() throws Exception {
    Path elsewhere = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(elsewhere.resolve("dm"), Path.of("../datamarket"));
    Files.createSymbolicLink(
        temporary.resolve("datamarket"), checkout.home().resolve("datamarket"));

    LauncherCheckout.Outcome outcome = checkout.launch(temporary, elsewhere.resolve("dm"));

    assertThat(outcome.out()).contains("-jar " + checkout.jar());
  }

  @Test
  void javaOptions_comeBeforeTheJar() throws Exception {
    checkout.environment().put("DATAMARKET_JAVA_OPTS", "-Xmx2g *.xml");
    assertThat(checkout.run(checkout.home()).out()).contains(": -Xmx2g *.xml -jar ");
  }

  @Test
  void javaThatDoesNotStart_itsOwnWordsAreShown() throws Exception {
    checkout.environment().put("JAVA_FAILS", "yes");
    checkout.environment().put("DATAMARKET_JAVA_OPTS", "-Xmx999g -agentlib:jdwp=suspend=y *.xml");
    LauncherCheckout.Outcome outcome = checkout.run(checkout.home());
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().toList())
        .hasSize(2)
        .satisfies(
            lines ->
                assertThat(lines.get(0))
                    .startsWith("Error: could not reserve space")
                    .contains(" -Xmx999g *.xml -X"))
        .satisfies(
            lines ->
                assertThat(lines.get(1))
                    .startsWith("datamarket: java did not start")
                    .contains("-Xmx1g"));
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void localeWithoutAllLetters_javaGetsOneThatHasThem() throws Exception {
    assertThat(checkout.run(checkout.home()).out()).doesNotContain(" under ");
    checkout.environment().put("JAVA_ENCODING", "ANSI_X3.4-1968");
    checkout.environment().put("LC_ALL", "POSIX");
    assertThat(checkout.run(checkout.home()).out()).endsWith(" under C.UTF-8\n");
    for (String[] known :
        new String[][] {
          {"C\nC.utf8\nde_DE.utf8\nen_US.utf8\nPOSIX", "C.utf8"},
          {"C\nde_DE.UTF-8\nen_US.UTF-8\nPOSIX", "en_US.UTF-8"},
          {"C\nde_DE\nde_DE.utf8\nfr_FR.utf8\nPOSIX", "de_DE.utf8"},
          {"C\nPOSIX", "C.UTF-8"}
        }) {
      checkout.script("locale", "#!/bin/sh\necho '" + known[0] + "'\n");
      assertThat(checkout.run(checkout.home()).out()).endsWith(" under " + known[1] + "\n");
    }
  }

  @Test
  void javaHome_isPreferred() throws Exception {
    Path jdk = Files.createDirectories(temporary.resolve("jdk/bin"));
    Files.move(checkout.tools().resolve("java"), jdk.resolve("java"));
    Files.move(checkout.tools().resolve("javac"), jdk.resolve("javac"));
    checkout.environment().put("JAVA_HOME", jdk.getParent().toString());
    assertThat(checkout.run(checkout.home()).exit()).isZero();
  }

  @Test
  void noJava_oneLine() throws Exception {
    Files.delete(checkout.tools().resolve("java"));
    assertRefused(checkout.run(checkout.home()), "java was not found");
  }

  @Test
  void oldJava_oneLine() throws Exception {
    checkout.script("java", LauncherCheckout.JAVA.formatted("11.0.20"));
    assertRefused(
        checkout.run(checkout.home()), "java is version 11.0.20; JDK 17 or newer is needed");
    checkout.script("java", LauncherCheckout.JAVA.formatted("1.8.0_392"));
    assertRefused(
        checkout.run(checkout.home()), "java is version 1.8.0_392; JDK 17 or newer is needed");
  }

  @Test
  void wrongJavaHome_oneLine() throws Exception {
    checkout.environment().put("JAVA_HOME", "/nowhere");
    assertRefused(checkout.run(checkout.home()), "JAVA_HOME is /nowhere");
  }

  @Test
  void onlyJavaRuntime_oneLine() throws Exception {
    Files.delete(checkout.tools().resolve("javac"));
    assertRefused(checkout.run(checkout.home()), "javac was not found");
  }

  @Test
  void noMaven_oneLine() throws Exception {
    Files.delete(checkout.tools().resolve("mvn"));
    assertRefused(checkout.run(checkout.home()), "mvn was not found");
  }

  @Test
  void oldMaven_oneLine() throws Exception {
    checkout.script("mvn", LauncherCheckout.MAVEN.formatted("3.6.3"));
    assertRefused(
        checkout.run(checkout.home()), "mvn is version 3.6.3; Maven 3.8 or newer is needed");
  }

  @Test
  void release_needsNoMaven() throws Exception {
    Files.delete(checkout.home().resolve("pom.xml"));
    Files.delete(checkout.tools().resolve("mvn"));
    assertRefused(checkout.run(checkout.home()), "datamarket.jar");

    Files.writeString(checkout.home().resolve("datamarket.jar"), "jar");
    LauncherCheckout.Outcome outcome = checkout.run(temporary, "--version");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .contains("-jar " + checkout.home().resolve("datamarket.jar") + " --version");
    assertThat(checkout.home().resolve(".build")).doesNotExist();
  }

  private void assertRefused(LauncherCheckout.Outcome outcome, String reason) throws IOException {
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("datamarket: ")
        .contains(reason);
    assertThat(checkout.builds()).isZero();
  }
}
