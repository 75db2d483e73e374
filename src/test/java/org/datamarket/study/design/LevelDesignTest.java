package org.datamarket.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LevelDesignTest {

  @Test
  void grid_changesTheLastFactorFastest() {
    assertThat(all(new FullGrid(List.of(2, 1, 3))))
        .isDeepEqualTo(
            new int[][] {{0, 0, 0}, {0, 0, 1}, {0, 0, 2}, {1, 0, 0}, {1, 0, 1}, {1, 0, 2}});
  }

  @Test
  void grid_hasEveryCombinationOnceInOrder() {
    int[][] points = all(new FullGrid(List.of(4, 2, 5, 3)));
    int place = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 2; b++) {
        for (int c = 0; c < 5; c++) {
          for (int d = 0; d < 3; d++) {
            assertThat(points[place++]).containsExactly(a, b, c, d);
          }
        }
      }
    }
    assertThat(points).hasNumberOfRows(place);
  }

  @Test
  void grid_ofNoFactors_isOnePoint() {
    assertThat(all(new FullGrid(List.of()))).isDeepEqualTo(new int[][] {{}});
  }

  @Test
  void grid_mayBeLargerThanMemory() {
    FullGrid grid = new FullGrid(Collections.nCopies(18, 10));
    assertThat(grid.size()).isEqualTo(1_000_000_000_000_000_000L);
    assertThat(grid.point(123_456_789_012_345_678L))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThatThrownBy(() -> new FullGrid(Collections.nCopies(19, 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many points");
  }

  @Test
  void oneAtATime_startsAtTheBaseAndChangesOneFactorAtATime() {
    assertThat(all(new OneAtATime(List.of(3, 1, 2, 3))))
        .isDeepEqualTo(
            new int[][] {
              {0, 0, 0, 0}, {1, 0, 0, 0}, {2, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, 0, 2}
            });
  }

  @Test
  void factorsWithoutLevels_areRefused() {
    assertThatThrownBy(() -> new FullGrid(List.of(2, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a factor needs at least 1 level, not 0");
    assertThatThrownBy(() -> new OneAtATime(List.of(2, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a factor needs at least 1 level, not 0");
  }

  @Test
  void pointsBeyondTheDesign_areRefused() {
    for (LevelDesign design : List.of(new FullGrid(List.of(2, 2)), new OneAtATime(List.of(2, 4)))) {
      assertThatThrownBy(() -> design.point(-1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> design.point(design.size()))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  private static int[][] all(LevelDesign design) {
    return LongStream.range(0, design.size()).mapToObj(design::point).toArray(int[][]::new);
  }
}
