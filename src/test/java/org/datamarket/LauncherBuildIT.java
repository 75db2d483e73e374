package org.datamarket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, also when several of it start at once. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherBuildIT {
  @TempDir private Path temporary;
  private LauncherCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    temporary = temporary.toRealPath();
    checkout = new LauncherCheckout(temporary);
  }

  @Test
  void secondRun_doesNotBuildAndSaysNothing() throws Exception {
    checkout.run(checkout.home());
    LauncherCheckout.Outcome outcome = checkout.run(checkout.home());

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void newerSource_builds() throws Exception {
    checkout.run(checkout.home());
    LauncherCheckout.touchLater(checkout.home().resolve("src/main/java/A.java"));
    checkout.run(checkout.home());
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void newerPom_builds() throws Exception {
    checkout.run(checkout.home());
    LauncherCheckout.touchLater(checkout.home().resolve("pom.xml"));
    checkout.run(checkout.home());
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void deletedSource_builds() throws Exception {
    checkout.run(checkout.home());
    Files.delete(checkout.home().resolve("src/main/java/A.java"));
    LauncherCheckout.touchLater(checkout.home().resolve("src/main/java"));
    checkout.run(checkout.home());
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void sourceChangedDuringBuild_buildsAgainNextTime() throws Exception {
    checkout.environment().put("MAVEN_TAKES", "2");
    Process first = checkout.start(checkout.home());
    LauncherCheckout.await(() -> checkout.builds() == 1);
    Files.writeString(checkout.home().resolve("src/main/java/A.java"), "class A { int a; }");
    assertThat(LauncherCheckout.finish(first).exit()).isZero();

    checkout.run(checkout.home());

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void failingBuild_showsMavensErrorsAndLeavesNothing() throws Exception {
    checkout.environment().put("MAVEN_FAILS", "yes");
    LauncherCheckout.Outcome outcome = checkout.run(checkout.home());

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("[ERROR] cannot find symbol").contains("the build failed");
    assertThat(checkout.leftInBuild()).containsExactly("failed");

    checkout.environment().remove("MAVEN_FAILS");
    assertThat(checkout.run(checkout.home()).exit()).isZero();
    assertThat(checkout.leftInBuild()).containsExactly("datamarket.jar");
  }

  @Test
  void startsAtOnce_buildOnce() throws Exception {
    checkout.environment().put("MAVEN_TAKES", "2");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      processes.add(checkout.start(checkout.home()));
    }
    for (Process process : processes) {
      assertThat(LauncherCheckout.finish(process).exit()).isZero();
    }
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(checkout.leftInBuild()).containsExactly("datamarket.jar");
  }

  @Test
  void waiters_failWithTheBuildTheyWaitFor() throws Exception {
    checkout.environment().put("MAVEN_TAKES", "2");
    checkout.environment().put("MAVEN_FAILS", "yes");
    Process first = checkout.start(checkout.home());
    LauncherCheckout.await(() -> checkout.builds() == 1);
    LauncherCheckout.Outcome second = checkout.run(checkout.home());

    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err()).contains("the build that this process waited for failed");
    assertThat(LauncherCheckout.finish(first).exit()).isEqualTo(1);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void deadProcessesLock_isTakenOver() throws Exception {
    checkout.environment().put("MAVEN_TAKES", "30");
    Process first = checkout.start(checkout.home());
    LauncherCheckout.await(() -> checkout.builds() == 1);
    List<ProcessHandle> children = first.descendants().toList();
    first.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
    assertThat(checkout.leftInBuild()).contains("lock");

    checkout.environment().put("MAVEN_TAKES", "1");
    Process second = checkout.start(checkout.home());
    Process third = checkout.start(checkout.home());

    assertThat(LauncherCheckout.finish(second).exit()).isZero();
    assertThat(LauncherCheckout.finish(third).exit()).isZero();
    assertThat(checkout.builds()).isEqualTo(2);
    assertThat(checkout.leftInBuild()).containsExactly("datamarket.jar");
  }

  @Test
  void interruptedBuild_leavesNothing() throws Exception {
    checkout.environment().put("MAVEN_TAKES", "2");
    Process process = checkout.start(checkout.home());
    LauncherCheckout.await(() -> checkout.builds() == 1);
    process.toHandle().destroy();

    assertThat(LauncherCheckout.finish(process).exit()).isEqualTo(143);
    assertThat(checkout.leftInBuild()).isEmpty();
  }
}
