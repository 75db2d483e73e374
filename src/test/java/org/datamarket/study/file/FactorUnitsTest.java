package org.datamarket.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorUnitsTest {
  @ParameterizedTest
  @CsvSource({
    "epsilon, $",
    "supply-demand-ratio, 1",
    "buyers.demand, GB",
    "buyers[0].demand, GB",
    "sellers[*].reserve, $/GB",
    "activation.delay, time",
    "users.plans[1].overage, $/GB",
    "buyers.count, ''",
    "buyers.strategy, ''",
    "sellers.north.reserve, ''",
    "strategies, ''"
  })
  void factor_hasTheUnitOfItsPath(String factor, String unit) {
    assertThat(FactorUnits.of(factor)).isEqualTo(unit);
  }
}
