package org.datamarket.study.spark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps what Spark tells of itself off the error stream, which is for what the user should know. With
 * {@code -Ddatamarket.spark.log=INFO} it is told.
 */
final class SparkLogs {
  private static final List<String> THEIRS =
      List.of("org.apache.spark", "org.apache.hadoop", "org.sparkproject", "io.netty");

  private SparkLogs() {}

  /** Before Spark starts. */
  static void silence() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext ours) {
      THEIRS.forEach(name -> ours.getLogger(name).setLevel(Level.toLevel(level())));
    }
  }

  /** After that; under spark-submit, where the logging is Spark's own. */
  static void silence(JavaSparkContext spark) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext)) {
      spark.setLogLevel(level());
    }
  }

  private static String level() {
    return System.getProperty("datamarket.spark.log", "OFF");
  }
}
