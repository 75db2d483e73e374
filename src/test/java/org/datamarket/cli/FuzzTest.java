package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a file holds, a command does what it says or tells the mistake in short lines, soon, and
 * leaves nothing behind. A few hundred mutants in the ordinary build; thousands in the profile
 * fuzz, by the system property {@code datamarket.fuzz}. A mutant that fails is kept in {@code
 * target/fuzz}.
 */
class FuzzTest {
  private static final int MUTANTS = Integer.getInteger("datamarket.fuzz", 100);
  private static final long SEED = Long.getLong("datamarket.fuzz.seed", 1);
  private static final Path MODELS = Path.of("models");
  private static final Path KEPT = Path.of("target/fuzz");

  /** Of the thread's own work: what a busy machine makes it wait is no fault of the program. */
  private static final int MOST_SECONDS = 5;

  /** Of waiting: who sleeps for ever does no work. */
  private static final int MOST_SECONDS_WAITING = 120;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int LONGEST_LINE = 400;

  /** Markets up to so many pairs of a buyer and a seller are played. */
  private static final int MOST_PAIRS = 2_000;

  private static final int MOST_RUNS = 12;

  private static final String STUDY =
      """
      format: 1
      name: small
      model: tuffin-ties.yaml
      seed: 3
      set: {round-limit: 20}
      factors:
        epsilon: [0.1, 0.5]
        "buyers[0].demand": [50, 60]
      design: grid
      replications: 2
      measures: [welfare, rounds, sold]
      """;

  private static final String BIDS =
      """
      {"sellers": [{"quantity": 100, "reserve": 1}, {"quantity": 5.5, "reserve": 0}],
       "bids": [[{"quantity": 60, "price": 4}, null], [{"quantity": 70, "price": 4}, {"quantity": 2, "price": 1e-3}]]}
      """;

  @TempDir private Path folder;
  private final List<String> faults = new ArrayList<>();
  private int accepted;
  private int refused;

  @BeforeEach
  void shippedFiles() throws IOException {
    Files.createDirectories(folder.resolve("own-data"));
    for (Path file : below(MODELS.resolve("own-data"))) {
      Files.copy(file, folder.resolve("own-data").resolve(file.getFileName()));
    }
    for (Path file : below(MODELS)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<byte[]> contents(Path folder, String ending) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : below(folder)) {
      if (file.toString().endsWith(ending)) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }

  /** What is tried of a mutant. */
  private interface Trial {
    void of(byte[] mutant) throws Exception;
  }

  private void each(String kind, int count, Mutants mutants, Trial trial) throws Exception {
    for (int n = 0; n < count; n++) {
      byte[] mutant = mutants.next();
      List<String> before = Shell.tree(folder);
      int known = faults.size();
      within(() -> trial.of(mutant));
      List<String> left = new ArrayList<>(Shell.tree(folder));
      left.removeAll(before);
      left.removeIf(name -> name.startsWith("out") || name.startsWith("mutant"));
      if (!left.isEmpty()) {
        faults.add("left behind: " + left);
      }
      clear();
      if (faults.size() > known) {
        keep(kind + "-" + SEED + "-" + n, mutant);
      }
    }
    assertThat(faults).as(kind + ": accepted " + accepted + ", refused " + refused).isEmpty();
    assertThat(refused).as("mutants refused").isGreaterThan(count / 10);
  }

  /** Does something in a thread of its own, and calls it a fault if it is not done soon. */
  private void within(Step step) throws InterruptedException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              step.take();
              double seconds = THREADS.getCurrentThreadCpuTime() / 1e9;
              if (seconds > MOST_SECONDS) {
                throw new IllegalStateException("done only after %s s of work".formatted(seconds));
              }
              return null;
            });
    Thread thread = new Thread(task, "mutant");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(MOST_SECONDS_WAITING, TimeUnit.SECONDS);
    } catch (TimeoutException hangs) {
      StackTraceElement[] where = thread.getStackTrace();
      faults.add("not done: " + Stream.of(where).limit(12).toList());
    } catch (ExecutionException thrown) {
      Throwable cause = thrown.getCause();
      faults.add(cause + " at " + Stream.of(cause.getStackTrace()).limit(6).toList());
    }
  }

  private interface Step {
    void take() throws Exception;
  }

  private void keep(String name, byte[] mutant) throws IOException {
    Files.createDirectories(KEPT);
    Files.write(KEPT.resolve(name), mutant);
    faults.set(faults.size() - 1, name + ": " + faults.get(faults.size() - 1));
  }

  private void clear() throws IOException {
    for (Path path : List.of(folder.resolve("out"), folder.resolve("out.checkpoint"))) {
      if (Files.exists(path)) {
        try (Stream<Path> all = Files.walk(path)) {
          for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
    }
  }

  /** Runs a command and looks at what it prints. */
  private int command(Object... words) throws IOException {
    Shell.Outcome outcome = Shell.run(words);
    if (outcome.exit() == ExitCode.DONE) {
      accepted++;
    } else {
      refused++;
      look(outcome);
      if (Files.exists(folder.resolve("out"))) {
        faults.add("refused, but it has written: " + Shell.tree(folder.resolve("out")));
      }
    }
    outcome.err().lines().forEach(this::look);
    return outcome.exit();
  }

  private void look(Shell.Outcome outcome) {
    if (outcome.exit() != ExitCode.MISTAKE) {
      faults.add("exit " + outcome.exit() + ": " + outcome.err().strip());
    }
    if (!outcome.err().endsWith("\n") || outcome.err().isBlank()) {
      faults.add("no line of a mistake: " + outcome);
    }
  }

  private void look(String line) {
    if (line.length() > LONGEST_LINE
        || !line.startsWith("datamarket: ")
        || line.contains("Exception")
        || line.contains("\tat ")
        || line.chars().anyMatch(Character::isISOControl)) {
      faults.add("a line of " + line.length() + ": " + line);
    }
  }

  @Test
  void models() throws Exception {
    List<byte[]> seeds = contents(MODELS, ".yaml");
    Path file = folder.resolve("mutant.yaml");
    Trial trial =
        mutant -> {
          Files.write(file, mutant);
          if (command("validate", file) == ExitCode.DONE && isSmall(file)) {
            command(
                "run",
                file,
                "--set",
                "round-limit=3",
                "--out",
                folder.resolve("out"),
                "--quiet",
                "--no-report");
          }
        };
    each("models", MUTANTS, new Mutants(new Random(SEED), seeds), trial);
    assertThat(accepted).as("models accepted").isGreaterThan(MUTANTS / 20);
  }

  private static boolean isSmall(Path file) throws UserMistake {
    MarketModel market = ModelFile.read(file, List.of()).draw();
    return (long) market.buyers().size() * market.sellers().size() <= MOST_PAIRS;
  }

  @Test
  void tables() throws Exception {
    List<byte[]> seeds = contents(MODELS.resolve("own-data"), ".csv");
    Path model = Files.copy(MODELS.resolve("own-data.yaml"), folder.resolve("mutant.yaml"));
    for (Path table : below(MODELS.resolve("own-data"))) {
      Path file = folder.resolve("own-data").resolve(table.getFileName());
      byte[] right = Files.readAllBytes(file);
      List<byte[]> all = new ArrayList<>(List.of(right, right, right, right));
      all.addAll(seeds);
      Trial trial =
          mutant -> {
            Files.write(file, mutant);
            if (command("validate", model) == ExitCode.DONE && isSmall(model)) {
              command(
                  "run",
                  model,
                  "--set",
                  "round-limit=3",
                  "--out",
                  folder.resolve("out"),
                  "--quiet",
                  "--no-report");
            }
          };
      each("tables", MUTANTS / 6, new Mutants(new Random(SEED + 1), all), trial);
      Files.write(file, right);
    }
  }

  @Test
  void studies() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] study : contents(MODELS.resolve("studies"), ".yaml")) {
      seeds.add(
          new String(study, StandardCharsets.UTF_8)
              .replace("../", "")
              .getBytes(StandardCharsets.UTF_8));
    }
    for (int k = 0; k < 6; k++) {
      seeds.add(STUDY.getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("mutant.yaml");
    Trial trial =
        mutant -> {
          Files.write(file, mutant);
          int runs = runs(file);
          if (runs < 0 || runs <= MOST_RUNS) {
            command("sweep", file, "--out", folder.resolve("out"), "--quiet", "--no-report");
          }
        };
    each("studies", MUTANTS, new Mutants(new Random(SEED + 2), seeds), trial);
    assertThat(accepted).as("studies accepted").isPositive();
  }

  /** How many runs a study of the small model has; −1 if it is none. */
  private static int runs(Path file) {
    try {
      Study study = StudyFile.read(file, List.of());
      MarketModel market = study.model().draw();
      boolean small = (long) market.buyers().size() * market.sellers().size() <= MOST_PAIRS / 20;
      return small ? study.points().size() * study.replications().atMost() : Integer.MAX_VALUE;
    } catch (UserMistake mistake) {
      return -1;
    }
  }

  @Test
  void bidFiles() throws Exception {
    List<byte[]> seeds = new ArrayList<>(List.of(BIDS.getBytes(StandardCharsets.UTF_8)));
    seeds.add(BIDS.replaceAll("\\s+", "").getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("mutant.json");
    Trial trial =
        mutant -> {
          Files.write(file, mutant);
          command("clear", file);
          command("clear", "--ties", "strict", file);
        };
    each("bids", MUTANTS, new Mutants(new Random(SEED + 3), seeds), trial);
  }

  @Test
  void checkpoints() throws Exception {
    Path model = folder.resolve("tuffin-ties.yaml");
    Path out = folder.resolve("out");
    Shell.run("run", model, "--checkpoint-every", 2, "--out", out, "--quiet", "--no-report").done();
    byte[] whole = Files.readAllBytes(folder.resolve("out.checkpoint"));
    clear();
    Path file = folder.resolve("mutant.checkpoint");
    Trial trial =
        mutant -> {
          Files.write(file, mutant);
          command("run", model, "--restore", file, "--out", out, "--quiet", "--no-report");
        };
    each("checkpoints", MUTANTS / 2, new Mutants(new Random(SEED + 4), List.of(whole)), trial);

    // the same within the compression, so that the check sum is right
    Trial within = mutant -> trial.of(packed(whole, mutant));
    each("runs", MUTANTS / 2, new Mutants(new Random(SEED + 5), List.of(unpacked(whole))), within);
  }

  private static byte[] unpacked(byte[] checkpoint) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkpoint));
    in.readUTF();
    in.readInt();
    in.readUTF();
    return new GZIPInputStream(in).readAllBytes();
  }

  private static byte[] packed(byte[] checkpoint, byte[] run) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkpoint));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(in.readUTF());
    out.writeInt(in.readInt());
    out.writeUTF(in.readUTF());
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(run);
    }
    return bytes.toByteArray();
  }
}
