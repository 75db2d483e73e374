package org.datamarket.study.spark;

import java.util.Optional;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.EngineProvider;

/** Makes engines that run on Spark: on a cluster, or within this Java machine by {@code local[N]}. */
public final class SparkProvider implements EngineProvider {
  private static final String FORMS =
      "expected for instance spark://host:7077, yarn, k8s://https://host:443 or local[2]";

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public void check(Optional<String> master) throws EngineException {
    try {
      Class.forName("org.apache.spark.api.java.JavaSparkContext", false, getClass().getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new EngineException(
          "Spark is not on the class path; start the program by target/spark/datamarket, or by"
              + " spark-submit",
          missing);
    }
    // What spark-submit was told arrives as a system property.
    String address = master.orElse(System.getProperty("spark.master"));
    if (address == null) {
      throw new EngineException("no cluster is named; give --master URL, " + FORMS, null);
    }
    if (!address.matches("spark://.+:\\d+.*|yarn|k8s://.+|local(-cluster)?(\\[.+])?")) {
      throw new EngineException("--master " + address + " is no address of a cluster; " + FORMS, null);
    }
  }

  @Override
  public Engine start(Study study, Optional<String> master) throws EngineException {
    return SparkEngine.start(study, master);
  }
}
