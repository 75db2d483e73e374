package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.WithIsp;
import org.datamarket.model.file.ModelFile;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;
import org.datamarket.strategy.Waterfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, single entries, tables and users, and what their draws depend on. */
class PopulationTest {
  @TempDir private Path folder;

  private static final String SMALLEST =
      """
      format: 1
      buyers: {count: 10}
      sellers: {count: 3}
      """;

  @Test
  void smallestFile_hasSensibleDefaults() throws Exception {
    MarketModel drawn = Drawn.model(folder, SMALLEST).draw();
    assertThat(drawn.name()).isEqualTo("test-model");
    assertThat(drawn.epsilon()).isEqualTo(0.1);
    assertThat(drawn.seed()).isEqualTo(1);
    assertThat(drawn.roundLimit()).isEqualTo(1000);
    assertThat(drawn.currency()).isEqualTo("$");
    assertThat(drawn.activation()).isEqualTo(new Activation.Sequential(true));
    assertThat(drawn.reach().isFull()).isTrue();
    assertThat(drawn.buyers())
        .hasSize(10)
        .allMatch(
            buyer ->
                buyer
                    .strategy()
                    .equals(new OptOut(RankingOrder.RESIDUAL, Shortfall.PARTIAL, Shading.UTILITY)))
        .allMatch(
            buyer -> buyer.budget() == Double.POSITIVE_INFINITY && buyer.initialBids().isEmpty());
    assertThat(drawn.buyers().get(9).id()).isEqualTo("buyer-10");
    assertThat(drawn.sellers())
        .hasSize(3)
        .allMatch(seller -> seller.strategy().equals(new ProgressiveReserve(0)));
  }

  /** Whoever changes what buyers do changes nothing else (docs/model.md §5). */
  @ParameterizedTest
  @ValueSource(strings = {"opt-out", "cumulative", "waterfill", "truthful-single"})
  void sellers_areProgressive_whateverBuyersDo(String strategy) throws Exception {
    ModelFile model =
        Drawn.model(folder, SMALLEST, "sellers.count=1", "buyers.strategy=" + strategy);
    assertThat(model.draw().sellers())
        .allMatch(seller -> seller.strategy().equals(new ProgressiveReserve(0)));
    assertThat(model.effectiveYaml()).contains("  strategy: {kind: progressive, delta: 0}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opt-out", "cumulative", "waterfill"})
  void usersWhoSell_areProgressive_whateverThoseWhoBuyDo(String strategy) throws Exception {
    String users =
        "format: 1\nusers: {count: 100, plans: [{cap: 2, overage: 10, share: 1}], strategy: %s}\n";
    ModelFile model = Drawn.model(folder, users.formatted(strategy));
    assertThat(model.draw().sellers())
        .isNotEmpty()
        .allMatch(seller -> seller.strategy().equals(new ProgressiveReserve(0)));
    assertThat(model.effectiveYaml()).contains("seller-strategy: {kind: progressive, delta: 0}");
  }

  @Test
  void buyersStrategy_isAllThatTheEffectiveModelSaysOtherwise() throws Exception {
    String[] optOut = Drawn.model(folder, SMALLEST).effectiveYaml().split("\n");
    String[] other =
        Drawn.model(folder, SMALLEST, "buyers.strategy=waterfill").effectiveYaml().split("\n");
    assertThat(other).hasSameSizeAs(optOut);
    for (int k = 0; k < other.length; k++) {
      if (!optOut[k].contains("opt-out")) {
        assertThat(other[k]).isEqualTo(optOut[k]);
      }
    }
  }

  @Test
  void mixedList_keepsTheOrderOfTheFile() throws Exception {
    MarketModel drawn =
        Drawn.model(
                folder,
                """
                format: 1
                buyers:
                  - {id: 7, demand: 3, valuation: {kind: linear, unit-value: 2}, budget: 9}
                  - {name: heavy, count: 2, strategy: {kind: cumulative, shortfall: abstain}}
                  - {count: 1, demand: 4, valuation: {kind: parabolic, slope: 0.5}, strategy: waterfill}
                sellers:
                  - {id: S, quantity: 3, reserve: 0.5, initial-reserve: 2}
                  - {name: small, count: 2, quantity: {uniform: {min: 1, max: 2}}, strategy: {delta: 0.01}}
                """)
            .draw();
    assertThat(drawn.buyers().stream().map(BuyerSpec::id))
        .containsExactly("7", "heavy-1", "heavy-2", "buyer3-1");
    assertThat(drawn.buyers().stream().map(BuyerSpec::group))
        .containsExactly("", "heavy", "heavy", "buyer3");
    assertThat(drawn.buyers().get(0).valuation()).isEqualTo(new Linear(3, 2));
    assertThat(drawn.buyers().get(0).budget()).isEqualTo(9);
    assertThat(drawn.buyers().get(1).strategy())
        .isEqualTo(new Cumulative(Shortfall.ABSTAIN, Shading.UTILITY));
    assertThat(drawn.buyers().get(3).valuation()).isEqualTo(new Parabolic(4, 0.5));
    assertThat(drawn.buyers().get(3).strategy()).isEqualTo(new Waterfill(Shading.UTILITY));
    assertThat(drawn.sellers().get(0))
        .isEqualTo(new SellerSpec("S", "", 3, 0.5, 2, new ProgressiveReserve(0)));
    assertThat(drawn.sellers().get(2).strategy()).isEqualTo(new ProgressiveReserve(0.01));
    assertThat(drawn.sellers().get(2).quantity()).isBetween(1.0, 2.0);
  }

  @Test
  void anotherGroupAndOtherQuantities_changeNoDraws() throws Exception {
    String more =
        SMALLEST.replace(
            "buyers: {count: 10}",
            "buyers: [{count: 10}, {name: late, count: 5, demand: {exponential: {mean: 4}}}]");
    MarketModel few = Drawn.model(folder, SMALLEST).draw();
    MarketModel many = Drawn.model(folder, more).draw();
    assertThat(many.buyers().subList(0, 10)).isEqualTo(few.buyers());
    assertThat(many.sellers()).isEqualTo(few.sellers());

    MarketModel grown =
        Drawn.model(
                folder, SMALLEST, "buyers.count=20", "sellers.reserve={uniform: {min: 0, max: 1}}")
            .draw();
    assertThat(grown.buyers().subList(0, 10)).isEqualTo(few.buyers());
    assertThat(grown.sellers().stream().map(SellerSpec::quantity))
        .isEqualTo(few.sellers().stream().map(SellerSpec::quantity).toList());

    List<Double> demands = few.buyers().stream().map(buyer -> buyer.valuation().demand()).toList();
    MarketModel linear =
        Drawn.model(
                folder,
                SMALLEST,
                "buyers.valuation={kind: linear, unit-value: 3}",
                "buyers.strategy=waterfill")
            .draw();
    assertThat(linear.buyers().stream().map(buyer -> buyer.valuation().demand()))
        .isEqualTo(demands);
  }

  @Test
  void strategy_changesNoDraws() throws Exception {
    String yaml = SMALLEST + "reach: {kind: random, sellers: 2}\n";
    MarketModel one = Drawn.model(folder, yaml).draw();
    MarketModel other =
        Drawn.model(
                folder, yaml, "buyers.strategy=waterfill", "epsilon=3", "sellers.strategy=fixed")
            .draw();
    assertThat(other.buyers().stream().map(BuyerSpec::valuation))
        .isEqualTo(one.buyers().stream().map(BuyerSpec::valuation).toList());
    assertThat(other.sellers().stream().map(SellerSpec::quantity))
        .isEqualTo(one.sellers().stream().map(SellerSpec::quantity).toList());
    assertThat(Drawn.lists(other.reach())).isEqualTo(Drawn.lists(one.reach()));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 4_294_967_297L, Long.MAX_VALUE})
  void seed_countsWithAllItsBits(long seed) throws Exception {
    ModelFile model = Drawn.model(folder, SMALLEST + "seed: " + seed + "\n");
    assertThat(model.seed()).isEqualTo(seed);
    assertThat(model.draw().seed()).isEqualTo(seed);
    assertThat(Drawn.model(folder, SMALLEST).withSeed(seed).draw().buyers())
        .isEqualTo(model.draw().buyers());
    assertThat(model.withSeed(seed ^ (1L << 40)).draw().buyers())
        .isNotEqualTo(model.draw().buyers());
    assertThat(model.withSeed(5).effectiveYaml()).contains("\nseed: 5\n");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 1, 7})
  void supplyDemandRatio_isMet(double ratio) throws Exception {
    MarketModel drawn =
        Drawn.model(folder, SMALLEST + "supply-demand-ratio: " + ratio + "\n").draw();
    MarketModel asDrawn = Drawn.model(folder, SMALLEST).draw();
    assertThat(supply(drawn)).isCloseTo(ratio * demand(drawn), within(1e-12 * supply(drawn)));
    assertThat(drawn.buyers()).isEqualTo(asDrawn.buyers());
    double factor = drawn.sellers().get(0).quantity() / asDrawn.sellers().get(0).quantity();
    assertThat(drawn.sellers().get(2).quantity())
        .isCloseTo(factor * asDrawn.sellers().get(2).quantity(), within(1e-12));
  }

  private static double demand(MarketModel model) {
    return model.buyers().stream().mapToDouble(buyer -> buyer.valuation().demand()).sum();
  }

  private static double supply(MarketModel model) {
    return model.sellers().stream().mapToDouble(SellerSpec::quantity).sum();
  }

  @Test
  void isp_isEverybodysUnlessTheyHaveAPriceOfTheirOwn() throws Exception {
    MarketModel drawn =
        Drawn.model(
                folder,
                """
                format: 1
                isp: {price: 30}
                buyers:
                  - {id: A, demand: 3, valuation: {kind: linear, unit-value: 40}}
                  - {id: B, demand: 3, valuation: {kind: linear, unit-value: 40}, isp-price: 20}
                sellers: {count: 3}
                """)
            .draw();
    assertThat(drawn.buyers().get(0).valuation()).isEqualTo(WithIsp.of(new Linear(3, 40), 30));
    assertThat(drawn.buyers().get(1).valuation()).isEqualTo(WithIsp.of(new Linear(3, 40), 20));
  }

  @Test
  void users_areBuyersOrSellersByOneDrawOfUsage() throws Exception {
    String yaml =
        """
        format: 1
        users:
          count: 20000
          plans:
            - {cap: 1, fee: 128, overage: 60, share: 0.5}
            - {cap: 5, fee: 218, overage: 30, share: 0.5}
        reach: {kind: random, sellers: 4}
        """;
    MarketModel drawn = Drawn.model(folder, yaml).draw();
    assertThat(drawn.buyers().size() + drawn.sellers().size()).isEqualTo(20_000);
    // Usage above the cap: 1 − Φ(ln(1/0.7)/1.6) = 0.41181; within five standard errors.
    assertThat(drawn.buyers().size() / 20_000.0)
        .isCloseTo(0.41181, within(5 * Math.sqrt(0.25 / 20_000)));
    double small = drawn.buyers().stream().filter(buyer -> own(buyer).base() == 1).count();
    assertThat(small / drawn.buyers().size())
        .isCloseTo(0.5, within(5 * Math.sqrt(0.25 / drawn.buyers().size())));
    for (BuyerSpec buyer : drawn.buyers()) {
      AlphaFair valuation = own(buyer);
      double overage = valuation.base() == 1 ? 60 : 30;
      assertThat(valuation.marginal(valuation.demand())).isCloseTo(overage, within(1e-9));
      assertThat(((WithIsp) buyer.valuation()).ispPrice()).isEqualTo(overage);
      assertThat(valuation.alpha()).isEqualTo(0.5);
    }
    assertThat(drawn.sellers())
        .allMatch(
            seller -> seller.reserve() == 5 && seller.quantity() > 0 && seller.quantity() < 5);
    assertThat(drawn.reach().pairs()).isEqualTo(4L * drawn.buyers().size());
  }

  private static AlphaFair own(BuyerSpec buyer) {
    return (AlphaFair) ((WithIsp) buyer.valuation()).own();
  }

  @Test
  void users_keepTheirIdsAndRoles_whenOthersComeToo() throws Exception {
    String yaml =
        """
        format: 1
        users: {count: 100, plans: [{cap: 2, overage: 10, share: 1}]}
        """;
    MarketModel users = Drawn.model(folder, yaml).draw();
    MarketModel more =
        Drawn.model(folder, yaml + "buyers: {count: 5}\nsellers: {count: 2}\n").draw();
    assertThat(more.buyers().subList(5, more.buyers().size())).isEqualTo(users.buyers());
    assertThat(more.sellers().subList(2, more.sellers().size())).isEqualTo(users.sellers());
  }

  @Test
  void table_ofIdsAlone_hasTheDefaultsOfGroups() throws Exception {
    Files.writeString(folder.resolve("b.csv"), "id\nAda\nBen\nCay\n");
    Files.writeString(folder.resolve("s.csv"), "id,reserve\nnorth,1\nsouth,\n");
    MarketModel drawn =
        Drawn.model(folder, "format: 1\nbuyers: {csv: b.csv}\nsellers: {csv: s.csv}\n").draw();
    assertThat(drawn.buyers()).extracting(BuyerSpec::id).containsExactly("Ada", "Ben", "Cay");
    assertThat(drawn.buyers())
        .extracting(buyer -> buyer.valuation().demand())
        .doesNotHaveDuplicates()
        .allSatisfy(demand -> assertThat(demand).isBetween(0.1, 40.0));
    assertThat(drawn.buyers())
        .allSatisfy(
            buyer -> {
              AlphaFair valuation = (AlphaFair) buyer.valuation();
              assertThat(valuation.sigma()).isBetween(5.0, 15.0);
              assertThat(valuation.alpha()).isBetween(0.2, 0.8);
              assertThat(buyer.budget()).isInfinite();
            });
    assertThat(drawn.sellers())
        .extracting(SellerSpec::quantity)
        .doesNotHaveDuplicates()
        .allSatisfy(quantity -> assertThat(quantity).isBetween(0.1, 100.0));
    assertThat(drawn.sellers()).extracting(SellerSpec::reserve).containsExactly(1.0, 0.0);
  }

  @Test
  void table_emptyCellOfAColumn_isNotMadeUp() throws Exception {
    Files.writeString(folder.resolve("b.csv"), "id,demand,sigma,alpha\nAda,1,8,0.5\nBen,,8,0.5\n");
    Files.writeString(folder.resolve("s.csv"), "id,quantity\nnorth,\n");
    String sellers = "sellers: {count: 1}\n";
    assertThat(Drawn.mistake(folder, "format: 1\nbuyers: {csv: b.csv}\n" + sellers))
        .startsWith("b.csv:3: \"demand\" of this row is missing; expected a number above 0 (GB)");
    assertThat(Drawn.mistake(folder, "format: 1\nbuyers: {count: 1}\nsellers: {csv: s.csv}\n"))
        .startsWith("s.csv:2: \"quantity\" of this row is missing; expected a number above 0 (GB)");
    Files.writeString(folder.resolve("b.csv"), "id,sigma,alpha\nAda,8,0.5\nBen,8,\n");
    assertThat(Drawn.mistake(folder, "format: 1\nbuyers: {csv: b.csv}\n" + sellers))
        .startsWith("b.csv:3: \"alpha\" of valuation is missing; expected a number");
    assertThat(
            Drawn.model(
                    folder,
                    "format: 1\nbuyers: {csv: b.csv, valuation: {kind: alpha-fair, alpha: 0.3}}\n"
                        + sellers)
                .draw()
                .buyers())
        .extracting(buyer -> ((AlphaFair) buyer.valuation()).alpha())
        .containsExactly(0.5, 0.3);
  }

  @Test
  void table_fillsInWhatCellsLeaveOut() throws Exception {
    Files.writeString(
        folder.resolve("b.csv"),
        "\uFEFFid, demand ,budget,isp-price,strategy,valuation,sigma,alpha,marginal-at-zero\r\n"
            + "007,3,,,,,,0.4,\r\n"
            + "\"Zoë, the 2nd\",,20,11,waterfill,parabolic,,,8\r\n"
            + "\r\n"
            + "C,1e1,unlimited,,,,9,,\r\n");
    MarketModel drawn =
        Drawn.model(
                folder,
                """
                format: 1
                buyers:
                  csv: b.csv
                  name: mine
                  demand: 2
                  budget: 50
                  valuation: {kind: alpha-fair, sigma: {uniform: {min: 5, max: 6}}, alpha: 0.5, base: 1}
                  strategy: {kind: cumulative}
                sellers: {count: 2}
                """)
            .draw();
    BuyerSpec first = drawn.buyers().get(0);
    assertThat(first.id()).isEqualTo("007");
    assertThat(first.group()).isEqualTo("mine");
    assertThat(first.budget()).isEqualTo(50);
    AlphaFair valuation = (AlphaFair) first.valuation();
    assertThat(valuation.demand()).isEqualTo(3);
    assertThat(valuation.sigma()).isBetween(5.0, 6.0);
    assertThat(valuation.alpha()).isEqualTo(0.4);
    assertThat(valuation.base()).isEqualTo(1);
    BuyerSpec second = drawn.buyers().get(1);
    assertThat(second.id()).isEqualTo("Zoë, the 2nd");
    assertThat(second.valuation()).isEqualTo(WithIsp.of(new Parabolic(2, 4), 11));
    assertThat(second.strategy()).isEqualTo(new Waterfill(Shading.UTILITY));
    assertThat(drawn.buyers().get(2).valuation()).isEqualTo(new AlphaFair(10, 9, 0.5, 1));
    assertThat(drawn.buyers().get(2).budget()).isInfinite();
  }

  @Test
  void table_readsAgainFromTheEffectiveModel() throws Exception {
    Path tables = Files.createDirectories(folder.resolve("data/deep"));
    Files.writeString(tables.resolve("b.csv"), "id,demand\nA,3\nB,4\n");
    Files.writeString(tables.resolve("s.csv"), "id,quantity,strategy\nS,3,fixed\nT,4,\n");
    Files.writeString(tables.resolve("r.csv"), "buyer,seller\nA,S\nB,T\nB,S\n");
    ModelFile model =
        Drawn.model(
            folder,
            """
            format: 1
            buyers: {csv: data/deep/b.csv, valuation: {kind: linear, unit-value: {uniform: {min: 1, max: 2}}}}
            sellers: [{csv: data/deep/s.csv}]
            reach: {kind: given, csv: data/deep/r.csv}
            """);
    MarketModel drawn = model.draw();
    assertThat(drawn.sellers().get(0).strategy()).isEqualTo(new FixedReserve());
    assertThat(drawn.sellers().get(1).strategy()).isEqualTo(new ProgressiveReserve(0));
    ModelFile again = Drawn.again(folder.resolve("run"), model);
    assertThat(again.effectiveYaml()).isEqualTo(model.effectiveYaml()).doesNotContain("deep");
    MarketModel drawnAgain = again.draw();
    assertThat(drawnAgain.buyers()).isEqualTo(drawn.buyers());
    assertThat(drawnAgain.sellers()).isEqualTo(drawn.sellers());
    assertThat(Drawn.lists(drawnAgain.reach())).isEqualTo(Drawn.lists(drawn.reach()));
  }

  @Test
  void twoTablesOfOneName_areRefused() throws Exception {
    for (String place : List.of("one", "two")) {
      Files.writeString(
          Files.createDirectories(folder.resolve(place)).resolve("p.csv"),
          "id,demand\n" + place + ",3\n");
    }
    String yaml =
        """
        format: 1
        buyers:
          - {csv: one/p.csv, valuation: {kind: linear, unit-value: 1}}
          - {csv: two/p.csv, valuation: {kind: linear, unit-value: 1}}
        sellers: {count: 1}
        """;
    assertThat(Drawn.mistake(folder, yaml))
        .isEqualTo(
            "test-model.yaml:4:11: two different tables are named \"p.csv\"; expected different"
                + " file names");
  }

  @Test
  void ownReach_takesThePlaceOfTheMarkets() throws Exception {
    MarketModel drawn =
        Drawn.model(
                folder,
                """
                format: 1
                buyers:
                  - {count: 3, reach: [seller-2, seller-4]}
                  - {count: 2, strategy: truthful-single, reach: [seller-3]}
                  - {count: 20}
                sellers: {count: 4}
                reach: {kind: random, sellers: 3}
                initial-bids:
                  - {buyer: buyer-3, seller: seller-4, quantity: 1, price: 2}
                """)
            .draw();
    List<List<Integer>> lists = Drawn.lists(drawn.reach());
    assertThat(lists.subList(0, 5))
        .containsExactly(List.of(1, 3), List.of(1, 3), List.of(1, 3), List.of(2), List.of(2));
    assertThat(lists.subList(5, 25)).allSatisfy(list -> assertThat(list).hasSize(3));
    assertThat(drawn.buyers().get(2).initialBids()).hasToString("{3: 1.0@2.0}");
  }

  @Test
  void activation_isReadWithItsDistributions() throws Exception {
    String wake =
        SMALLEST
            + "activation: {kind: asynchronous, gap: {weibull: {shape: 2, mean: 3}}, delay:"
            + " 0.25}\n";
    Activation.Asynchronous activation =
        (Activation.Asynchronous) Drawn.model(folder, wake).draw().activation();
    assertThat(activation.gap().mean()).isCloseTo(3, within(1e-12));
    assertThat(activation.delay().mean()).isEqualTo(0.25);
    assertThat(Drawn.model(folder, SMALLEST + "order: fixed\n").draw().activation())
        .isEqualTo(new Activation.Sequential(false));
    assertThat(Drawn.model(folder, SMALLEST + "activation: simultaneous\n").draw().activation())
        .isEqualTo(new Activation.Simultaneous());
  }

  @Test
  void everyKindOfReach_readsDrawsAndReadsAgain() throws Exception {
    List<String> kinds =
        List.of(
            "full",
            "{kind: random, sellers: 2}",
            "{kind: erdos-renyi, probability: 0.4}",
            "{kind: small-world, sellers: 2, rewire: 0.5}",
            "{kind: preferential, sellers: 2}",
            "{kind: clustered, clusters: 2, sellers: 2}",
            "{kind: dominant-seller, sellers: 2}",
            "{kind: dominant-buyer, sellers: 1}");
    for (int k : IntStream.range(0, kinds.size()).toArray()) {
      ModelFile model = Drawn.model(folder, SMALLEST, "reach=" + kinds.get(k));
      Drawn.assertSame(model.draw(), Drawn.again(folder.resolve("again" + k), model).draw());
    }
  }
}
