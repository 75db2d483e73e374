package org.datamarket.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that carry out runs survive whatever a run throws. */
@Timeout(60)
class ThreadEngineTest {
  /** An error that even telling of it takes more memory than there is, twice. */
  private static final class Exhausted extends OutOfMemoryError {
    private static final long serialVersionUID = 1;

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String getMessage() {
      if (asked.getAndIncrement() < 2) {
        throw new OutOfMemoryError("still");
      }
      return "Java heap space";
    }
  }

  @Test
  void everyErrorIsAnOutcome_andTheThreadGoesOn() throws Exception {
    Error[] errors = {
      new Exhausted(),
      new StackOverflowError(),
      new NoClassDefFoundError("a/B"),
      new AssertionError("x")
    };
    AtomicInteger runs = new AtomicInteger();
    Runner runner =
        spec -> {
          int k = runs.getAndIncrement();
          if (k < errors.length) {
            throw errors[k];
          }
          return FakeStudy.play(spec);
        };
    try (ThreadEngine engine = new ThreadEngine(runner, 1, "here")) {
      for (int k = 1; k <= errors.length + 1; k++) {
        engine.submit(List.of(new RunSpec(k, 1, k, List.of())));
        Outcome outcome = engine.next(Duration.ofSeconds(30)).orElseThrow().outcome();
        assertThat(outcome.isError()).isEqualTo(k <= errors.length);
        if (k == 1) {
          assertThat(outcome.error()).isEqualTo("Exhausted: Java heap space");
        }
      }
    }
  }
}
