package org.datamarket.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.LazarSemret;
import org.datamarket.analysis.claims.OptimalAny;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.score.Score;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims on played markets: the same counts as by looking at every turn, on any threads. */
class BenchTest {
  private static final Selection OPTIMAL = new Selection(List.of(new OptimalAny()), true);

  private static final int MANY = 1_000_000;

  private static ModelFile model(String name, String... settings) throws UserMistake {
    return ModelFile.read(Path.of("models", name + ".yaml"), List.of(settings));
  }

  /** Counts what happens, and never stops. */
  static class Quiet implements Bench.Listener {
    final AtomicInteger markets = new AtomicInteger();
    final AtomicInteger cases = new AtomicInteger();

    @Override
    public void played() {
      markets.incrementAndGet();
    }

    @Override
    public void judged(int more) {
      cases.addAndGet(more);
    }

    @Override
    public boolean isStopped() {
      return false;
    }
  }

  private static Scores judge(
      Selection selection, ModelFile model, int turns, int threads, Long... seeds) {
    return new Bench(selection, new Sampling(turns))
        .judge(List.of(seeds), seed -> model.withSeed(seed).draw(), threads, new Quiet())
        .orElseThrow();
  }

  /** A claim counted without any of the bench: at each turn as it comes, and at the end. */
  private static List<Double> violations(MarketModel model, BuyerClaim claim, List<State> states) {
    List<Double> violations = new ArrayList<>();
    Run run = Run.of(model.seed(), new FixedModel(model), new DataMarket.Options(false, false));
    run.simulation()
        .watchTurns(
            (simulation, buyer) ->
                violations.add(
                    claim.violation(new State(model, simulation.market()).buyers().get(buyer))));
    run.simulation().playUntil(MANY);
    State end = new State(model, run.simulation().market());
    states.add(end);
    end.buyers().forEach(buyer -> violations.add(claim.violation(buyer)));
    return violations;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"worked-example", "one-seller", "two-sellers", "lazar-semret", "tuffin-ties"})
  void everyTurn_sameCountsAsDirectly(String name) throws Exception {
    ModelFile file = model(name);
    List<Double> expected = new ArrayList<>();
    List<State> ends = new ArrayList<>();
    List<Long> seeds = List.of(1L, 2L, 3L);
    for (long seed : seeds) {
      expected.addAll(violations(file.withSeed(seed).draw(), new OptimalAny(), ends));
    }
    double tolerance = ends.get(0).tolerance();

    Score score = judge(OPTIMAL, file, MANY, 2, 1L, 2L, 3L).scores().get(0);
    assertThat(score.cases()).isEqualTo(expected.size()).isPositive();
    assertThat(score.held())
        .isEqualTo(expected.stream().filter(violation -> violation <= tolerance).count());
    assertThat(score.worstViolation())
        .isEqualTo(expected.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    assertThat(score.notApplicable()).isZero();
  }

  @Test
  void failures_areAllCasesThatFail_andTheWorstIsAmongThem() throws Exception {
    Scores scores = judge(OPTIMAL, model("reproduction"), 50, 2, 1L, 2L);
    Score score = scores.scores().get(0);
    assertThat(score.failed()).isPositive();
    assertThat(scores.failures()).hasSize((int) score.failed());
    assertThat(scores.failures())
        .extracting(Failure::finding)
        .contains(score.worst().orElseThrow())
        .allMatch(finding -> finding.violation() <= score.worstViolation());
  }

  @Test
  void sample_judgesSoManyTurnsAndAllBuyersAtTheEnd() throws Exception {
    ModelFile file = model("reproduction");
    int buyers = file.draw().buyers().size();
    Score score = judge(OPTIMAL, file, 40, 2, 1L).scores().get(0);
    assertThat(score.cases()).isEqualTo(40 + buyers);
  }

  @Test
  void threads_changeNothing() throws Exception {
    ModelFile file = model("reproduction");
    Selection all = Selection.all();
    Scores one = judge(all, file, 40, 1, 1L, 2L, 3L, 4L);
    assertThat(judge(all, file, 40, 7, 1L, 2L, 3L, 4L)).isEqualTo(one);
    assertThat(judge(all, file, 40, 1, 2L, 1L, 3L, 4L)).isNotEqualTo(one);
  }

  @Test
  void moreSeeds_addCasesAndLeaveTheOthers() throws Exception {
    ModelFile file = model("reproduction");
    Score first = judge(OPTIMAL, file, 40, 2, 1L).scores().get(0);
    Score second = judge(OPTIMAL, file, 40, 2, 2L).scores().get(0);
    assertThat(judge(OPTIMAL, file, 40, 2, 1L, 2L).scores().get(0)).isEqualTo(first.with(second));
  }

  @Test
  void converges_failsWhereTheRunDoesNotEnd() throws Exception {
    ModelFile file = model("reproduction", "round-limit=2");
    Score score = judge(OPTIMAL, file, 1, 1, 1L, 2L).scores().get(1);
    assertThat(score.subject().id()).isEqualTo("converges");
    assertThat(score.cases()).isEqualTo(2);
    assertThat(score.held()).isZero();
    assertThat(judge(OPTIMAL, model("worked-example"), 1, 1, 1L).scores().get(1).held()).isOne();
  }

  /** What needs no rest is judged on the bids of the file, too, which may fail there alone. */
  @Test
  void marketClaims_areJudgedAtTheBeginningToo_unlessTheyNeedRest() throws Exception {
    ModelFile file = model("counterexamples/ls-loss-any-fee");
    Selection two = Selection.of(List.of("ls-loss-any-fee", "pareto-unsold"));
    Scores scores = judge(two, file, 1, 1, 1L);
    Score pareto = scores.scores().get(0);
    assertThat(pareto.subject().id()).isEqualTo("pareto-unsold");
    assertThat(pareto.cases() + pareto.notApplicable()).isOne();
    Score loss = scores.scores().get(1);
    assertThat(loss.cases()).isEqualTo(2);
    assertThat(loss.failed()).isOne();
    assertThat(loss.worst().orElseThrow().place().atEnd()).isFalse();
    assertThat(loss.worstViolation())
        .isEqualTo(new LazarSemret.LossAnyFee().violation(State.beginning(file.draw())));
  }

  @Test
  void stopped_givesNothing() throws Exception {
    ModelFile file = model("reproduction");
    Bench.Listener stopping =
        new Quiet() {
          @Override
          public boolean isStopped() {
            return cases.get() > 0;
          }
        };
    Optional<Scores> scores =
        new Bench(OPTIMAL, new Sampling(20))
            .judge(List.of(1L, 2L), seed -> file.withSeed(seed).draw(), 2, stopping);
    assertThat(scores).isEmpty();
  }

  @Test
  void marketThatCannotBeDrawn_isSaid() {
    Bench bench = new Bench(OPTIMAL, new Sampling(1));
    assertThatThrownBy(
            () ->
                bench.judge(
                    List.of(1L, 2L),
                    seed -> {
                      throw new IllegalArgumentException("nobody comes");
                    },
                    2,
                    new Quiet()))
        .isInstanceOf(UndrawableMarket.class)
        .hasMessage("nobody comes");
  }

  @Test
  void selection_takesClaimsByTheirIdsInTheUsualOrder() throws Exception {
    assertThat(Selection.of(List.of("converges", "optimal-any")).subjects())
        .extracting(subject -> subject.id())
        .containsExactly("optimal-any", "converges");
    assertThat(Selection.ids()).hasSize(Claims.ALL.size() + 1).doesNotHaveDuplicates();
    assertThatThrownBy(() -> Selection.of(List.of("optimal-an")))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("did you mean \"optimal-any\"?");
  }

  @Test
  void played_endsAsTheRunDoes() throws Exception {
    MarketModel model = model("reproduction").draw();
    PlayedMarket played = PlayedMarket.play(model, new Sampling(30), () -> false).orElseThrow();
    assertThat(played.status()).isEqualTo(Status.CONVERGED).isEqualTo(Run.toEnd(model).status());
    assertThat(played.rounds()).isEqualTo(Run.toEnd(model).rounds().size());
    assertThat(played.turns()).hasSize(30);
    assertThat(played.fewTurns()).hasSize(4).isSorted().doesNotHaveDuplicates();
    assertThat(played.fewBuyers()).hasSize(4).isSorted().doesNotHaveDuplicates();
  }
}
