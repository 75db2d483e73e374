package org.datamarket.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.State;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a study can keep of claims. */
class ClaimMeasureTest {
  private static final String SHARE = "claim:optimal-any";
  private static final String WORST = "claim:optimal-any:worst";

  private static RunResult result(String name) throws UserMistake {
    return Run.toEnd(ModelFile.read(Path.of("models", name + ".yaml"), List.of()).draw());
  }

  @ParameterizedTest
  @ValueSource(strings = {"worked-example", "reproduction", "lazar-semret"})
  void cells_areCountedOverTheBuyersAtTheEnd(String name) throws UserMistake {
    RunResult result = result(name);
    State end = new State(result.model(), result.market());
    double[] violations =
        end.buyers().stream().mapToDouble(buyer -> new OptimalAny().violation(buyer)).toArray();
    double held = DoubleStream.of(violations).filter(x -> x <= end.tolerance()).count();

    List<String> cells =
        StudyMeasures.cells(List.of(WORST, "efficiency", SHARE, "epsilon_nash")).apply(result);
    assertThat(Double.parseDouble(cells.get(0)))
        .isEqualTo(DoubleStream.of(violations).max().orElseThrow());
    assertThat(Double.parseDouble(cells.get(2))).isEqualTo(held / violations.length);
    assertThat(List.of(cells.get(1), cells.get(3)))
        .isEqualTo(StudyMeasures.cells(List.of("efficiency", "epsilon_nash")).apply(result));
  }

  @Test
  void names_areKnownButNotUsual() {
    assertThat(StudyMeasures.names()).contains(SHARE, WORST, "efficiency").doesNotHaveDuplicates();
    assertThat(StudyMeasures.usual()).contains("efficiency").noneMatch(name -> name.contains(":"));
    assertThat(StudyMeasures.measure(SHARE).unit()).isEqualTo("1");
    assertThat(StudyMeasures.measure(WORST).unit()).isEqualTo("$");
    List<String> all = new ArrayList<>(StudyMeasures.names());
    assertThat(all.stream().map(name -> StudyMeasures.measure(name).name())).isEqualTo(all);
  }
}
