package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fee needs an ISP from which somebody could buy: one with a price, for all or for some. */
class FeeOfIspTest {
  private static final String NOBODY_BUYS = "nobody could buy from the ISP";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "isp: {price: 3, fee: 1}, buyers: {count: 2}, sellers: {count: 2}",
        "isp: {fee: 1}, buyers: {count: 2, isp-price: 3}, sellers: {count: 2}",
        "isp: {fee: 1}, users: {count: 9, plans: [{cap: 1, overage: 9, share: 1}]}",
        "isp: {fee: 0}, buyers: {count: 2}, sellers: {count: 2}",
        "isp: {}, buyers: {count: 2}, sellers: {count: 2}",
      })
  void feeOfAnIspThatSells_isTaken(String keys) throws Exception {
    assertThat(Drawn.mistake(folder, "{format: 1, %s}\n".formatted(keys))).isEqualTo("no mistake");
  }

  @Test
  void priceInATable_isEnough() throws Exception {
    Files.writeString(folder.resolve("b.csv"), "id,isp-price\nAda,\nBen,3\n");
    String model = "{format: 1, isp: {fee: 1}, buyers: {csv: b.csv}, sellers: {count: 2}}\n";
    assertThat(Drawn.mistake(folder, model)).isEqualTo("no mistake");
    Files.writeString(folder.resolve("b.csv"), "id,isp-price\nAda,\nBen,\n");
    assertThat(Drawn.mistake(folder, model)).contains(NOBODY_BUYS);
  }

  @Test
  void feeThatIsSet_isNamedInItsMistake() throws Exception {
    String model = "{format: 1, buyers: {count: 2}, sellers: {count: 2}}\n";
    assertThat(Drawn.mistake(folder, model, "isp.fee=1"))
        .startsWith("--set isp.fee=1: fee is 1, but %s".formatted(NOBODY_BUYS));
  }
}
