package org.datamarket.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.output.folder.Manifest;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.EngineProvider;
import org.datamarket.study.sweep.ThreadEngine;
import picocli.CommandLine.Option;

/**
 * The options that say what carries out the runs of a study: threads of this machine, or a cluster.
 */
public final class EngineChoice {
  private static final String THREADS = "threads";
  private static final String SPARK = "spark";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many runs at once; by default one a processor.")
  private Integer threads;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "What carries out the runs: threads (default), or spark, in a build that has it"
              + " (docs/cluster.md).")
  private String name = THREADS;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "The cluster of --engine spark, for instance spark://host:7077.")
  private String master;

  /** How many runs this machine makes at once. */
  public int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** Refuses options that do not go together, and engines that are not there. */
  public void check() throws UserMistake {
    if (name.equals(THREADS)) {
      if (master != null) {
        throw new UserMistake("--master is for a cluster; expected --engine spark with it");
      }
    } else {
      EngineProvider provider = provider();
      if (threads != null) {
        throw new UserMistake(
            "--threads is for this machine; expected it without --engine %s".formatted(name));
      }
      try {
        provider.check(Optional.ofNullable(master));
      } catch (EngineException missing) {
        throw mistake(missing);
      }
    }
  }

  /** Starts the engine. */
  public Engine start(Study study) throws UserMistake {
    if (name.equals(THREADS)) {
      return new ThreadEngine(study.runner(), threads(), Manifest.host());
    }
    try {
      return provider().start(study, Optional.ofNullable(master));
    } catch (EngineException unusable) {
      throw mistake(unusable);
    }
  }

  private EngineProvider provider() throws UserMistake {
    return StreamSupport.stream(ServiceLoader.load(EngineProvider.class).spliterator(), false)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(this::unknown);
  }

  private UserMistake unknown() {
    String why =
        name.equals(SPARK)
            ? "this build is without it; make one that has it with \"mvn -Pspark -DskipTests"
                + " package\", and use target/spark/datamarket (see docs/cluster.md)"
            : "is not known; expected threads or spark%s"
                .formatted(Words.didYouMean(name, List.of(THREADS, SPARK)));
    return new UserMistake("--engine %s: %s".formatted(name, why));
  }

  private UserMistake mistake(EngineException cause) {
    return new UserMistake("--engine %s: %s".formatted(name, cause.getMessage()));
  }
}
