package org.datamarket.study.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Spark cluster of this machine: a master and workers of one core each, as processes. */
final class Cluster implements AutoCloseable {
  /** What the build makes: a folder like an installation of Spark. */
  static final Path HOME = Path.of(System.getProperty("datamarket.spark")).toAbsolutePath();

  private static final String LOOPBACK = "127.0.0.1";
  private static final String DEPLOY = "org.apache.spark.deploy.";

  private final Path folder;
  private final int port;
  private final List<Process> started = new ArrayList<>();
  private final Thread hook = new Thread(this::kill);

  /** Starts the processes; their logs and files go into a folder. */
  Cluster(Path folder, int workers) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = freePort();
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      start(
          "master",
          DEPLOY + "master.Master",
          List.of("--host", LOOPBACK, "--port", String.valueOf(port), "--webui-port", "0"));
      for (int k = 1; k <= workers; k++) {
        startWorker("worker-" + k);
      }
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private void startWorker(String name) throws IOException {
    start(
        name,
        DEPLOY + "worker.Worker",
        List.of(
            "--host", LOOPBACK,
            "--webui-port", "0",
            "--cores", "1",
            "--memory", "1g",
            "--work-dir", folder.resolve(name).toString(),
            address()));
  }

  /** For {@code --master}. */
  String address() {
    return "spark://" + LOOPBACK + ":" + port;
  }

  private void start(String name, String type, List<String> arguments) throws IOException {
    Process process = java(folder.resolve(name + ".log"), List.of("-Xmx256m"), "", type, arguments);
    started.add(process);
  }

  /** Starts a class on the class path of the cluster, its output going into a file. */
  static Process java(
      Path log, List<String> options, String more, String type, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", HOME.resolve("jars") + "/*" + more, type));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", HOME.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", LOOPBACK,
                "SPARK_LOCAL_DIRS", log.resolveSibling("local").toString()));
    return builder.start();
  }

  /** The last worker, and the executors that it started. */
  List<ProcessHandle> lastWorker() {
    return withChildren(started.get(started.size() - 1));
  }

  private static List<ProcessHandle> withChildren(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Kills processes as {@code kill -9} does, and waits until they are gone. */
  static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  private void kill() {
    started.forEach(process -> withChildren(process).forEach(ProcessHandle::destroyForcibly));
  }

  /** What master and workers wrote. */
  String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
        all.append(log.getFileName()).append(":\n").append(Files.readString(log)).append('\n');
      }
    }
    return all.toString();
  }

  /** Ends all of it. */
  @Override
  public void close() throws InterruptedException {
    kill();
    for (Process process : started) {
      process.waitFor(10, TimeUnit.SECONDS);
    }
    kill(); // what a worker started meanwhile is its child no longer, but ends with its driver
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // then the hook is at work, or done
    }
  }
}
