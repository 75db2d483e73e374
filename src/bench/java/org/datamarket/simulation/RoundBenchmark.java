package org.datamarket.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A busy round of a market like models/city.yaml, of ten buyers a seller and reach 16: the third,
 * with all its replies, changes and measures. Run from the top of the repository.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
public class RoundBenchmark {
  private static final int WARM_ROUNDS = 2;

  @Param({"100", "1000", "10000"})
  public int buyers;

  private MarketModel model;
  private DataMarket simulation;

  @Setup
  public void draw() throws UserMistake {
    List<String> size =
        List.of("buyers.count=" + buyers, "sellers.count=" + Math.max(16, buyers / 10));
    model = ModelFile.read(Path.of("models/city.yaml"), size).draw();
  }

  @Setup(Level.Invocation)
  public void play() {
    simulation = new DataMarket(1, new FixedModel(model));
    simulation.start();
    simulation.playUntil(WARM_ROUNDS);
  }

  @Benchmark
  public DataMarket round() {
    simulation.playUntil(WARM_ROUNDS + 1);
    return simulation;
  }
}
