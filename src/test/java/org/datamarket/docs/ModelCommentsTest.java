package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;

/** What the comments of the shipped models say that their runs do. */
class ModelCommentsTest {
  private static final Offset<Double> CENT = Offset.offset(0.01);

  private static RunResult play(String name, long seed, String... overrides) throws Exception {
    ModelFile file = ModelFile.read(Path.of("models", name + ".yaml"), List.of(overrides));
    return Run.toEnd(file.withSeed(seed).draw());
  }

  private static List<Double> allocations(RunResult result) {
    return result.buyers().stream().map(BuyerAccount::allocation).toList();
  }

  private static double unsold(RunResult result) {
    return 1 - result.measures().sold() / result.measures().supply();
  }

  @Test
  void tuffinTies_areShared_andUnderStrictTiesTheOrderDecides() throws Exception {
    List<Double> shared = allocations(play("tuffin-ties", 1));
    assertThat(shared.get(0)).isEqualTo(46.15, CENT);
    assertThat(shared.get(1)).isEqualTo(53.85, CENT);
    assertThat(allocations(play("tuffin-ties", 1, "ties=strict")))
        .containsExactly(0., 70., 30., 0.);
    assertThat(allocations(play("tuffin-ties", 2, "ties=strict")))
        .containsExactly(30., 40., 0., 0.);
  }

  @Test
  void oneSeller_playsTheSameBidsTruthfully_andASmallerFeeTakesMoreRounds() throws Exception {
    RunResult optOut = play("one-seller", 1);
    RunResult truthful = play("one-seller", 1, "buyers.strategy=truthful-single");
    assertThat(truthful.rounds())
        .extracting(RoundMeasures::messages, RoundMeasures::welfare, RoundMeasures::revenue)
        .isEqualTo(
            optOut.rounds().stream()
                .map(r -> tuple(r.messages(), r.welfare(), r.revenue()))
                .toList());
    assertThat(allocations(truthful)).isEqualTo(allocations(optOut));
    assertThat(play("one-seller", 1, "epsilon=0.1").rounds().size())
        .isGreaterThan(2 * optOut.rounds().size());
  }

  @Test
  void beltranRoggendorf_restsAtAPriceOf0_withoutAnyReserve() throws Exception {
    RunResult none = play("beltran-roggendorf", 1, "sellers[*].initial-reserve=0");
    assertThat(none.measures().revenue()).isZero();
    assertThat(play("beltran-roggendorf", 1).measures().welfare())
        .isEqualTo(1465.18, Offset.offset(1.));
  }

  @Test
  void fixedReserveCycles_settlesWithProgressiveReserves() throws Exception {
    assertThat(play("fixed-reserve-cycles", 1).status()).isEqualTo(Status.CYCLE);
    assertThat(play("fixed-reserve-cycles", 1, "sellers.strategy=progressive").status())
        .isEqualTo(Status.CONVERGED);
  }

  @Test
  void hongKong_leavesLessUnsold_rankedByUncontested() throws Exception {
    RunResult uncontested =
        play("hong-kong", 1, "users.strategy={kind: opt-out, ranking: uncontested}");
    assertThat(unsold(uncontested)).isLessThan(0.5 * unsold(play("hong-kong", 1)));
  }

  @Test
  void lazarSemret_settlesWithinTheFee_forAsManyBuyersAsTheyTried() throws Exception {
    for (int buyers : new int[] {2, 10, 96}) {
      assertThat(play("lazar-semret", 1, "buyers.count=" + buyers).isEpsilonNash()).isTrue();
    }
  }

  @Test
  void workedExample_doesNotMove_andFromNothingEndsAsTheOrderHasIt() throws Exception {
    assertThat(play("worked-example", 1).messages()).isZero();
    assertThat(play("worked-example", 3, "initial-bids=[]").measures().efficiency())
        .isGreaterThan(play("worked-example", 1, "initial-bids=[]").measures().efficiency());
  }
}
