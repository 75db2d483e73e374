package org.datamarket.mechanism;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.datamarket.model.file.ModelFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One clearing by each mechanism, and what is measured of it, on models of this project. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class MechanismBenchmark {

  @Param({"quickstart", "hong-kong", "city"})
  public String model;

  @Param({
    "uniform-price",
    "vcg",
    "multi-bid",
    "posted-revenue",
    "posted-welfare",
    "isp-split",
    "isp-volume",
    "isp-common"
  })
  public String mechanism;

  private Population people;
  private Setting setting;

  @Setup
  public void draw() throws Exception {
    Path file = Path.of("models", model + ".yaml");
    people = ModelFile.read(file, List.of()).draw().population();
    setting = Setting.of(people);
  }

  /** The plan that several mechanisms carry out, and its prices. */
  @Benchmark
  public Setting plan() {
    return Setting.of(people);
  }

  @Benchmark
  public Outcome clear() {
    return chosen().clear(setting);
  }

  @Benchmark
  public MechanismMeasures clearAndMeasure() {
    return MechanismMeasures.of(setting, chosen().clear(setting));
  }

  private Mechanism chosen() {
    return switch (mechanism) {
      case "uniform-price" -> new UniformPrice(0.5);
      case "vcg" -> new Vcg();
      case "multi-bid" -> new MultiBid(8);
      case "posted-revenue" -> new PostedRevenue();
      case "posted-welfare" -> new PostedWelfare();
      case "isp-split" -> new IspSplit(0.5);
      case "isp-volume" -> new IspVolume(0.5);
      case "isp-common" -> new IspCommon(0.5);
      default -> throw new IllegalArgumentException(mechanism);
    };
  }
}
