package org.datamarket.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.market.Bid;
import org.datamarket.market.Market;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;

/** What has moved since a buyer's last turn, compared with copies of all bids. */
class SinceLastTurnTest {
  private static final int ROUNDS = 25;

  /** All that a buyer sees of others, bid by bid: by seller and buyer, −1 for the seller itself. */
  private static Map<List<Integer>, Bid> seen(DataMarket simulation, int buyer) {
    Market market = simulation.market();
    Map<List<Integer>, Bid> seen = new HashMap<>();
    for (int k = 0; k < market.reach().degree(buyer); k++) {
      int seller = market.reach().seller(buyer, k);
      double quantity = market.auction(seller).quantity();
      seen.put(List.of(seller, -1), new Bid(quantity, market.auction(seller).reserve()));
      for (int rival = 0; rival < market.buyers(); rival++) {
        if (rival != buyer) {
          seen.put(List.of(seller, rival), market.bids(rival).at(seller));
        }
      }
    }
    return seen;
  }

  private static List<SinceLastTurn.Move> moves(
      DataMarket simulation, int buyer, Map<List<Integer>, Bid> before) {
    MarketModel model = simulation.model();
    List<SinceLastTurn.Move> moves = new ArrayList<>();
    Map<List<Integer>, Bid> after = seen(simulation, buyer);
    for (int seller = 0; seller < model.sellers().size(); seller++) {
      for (int rival = -1; rival < model.buyers().size(); rival++) {
        List<Integer> key = List.of(seller, rival);
        if (after.containsKey(key) && !after.get(key).equals(before.get(key))) {
          Optional<String> who =
              rival < 0 ? Optional.empty() : Optional.of(model.buyers().get(rival).id());
          String id = model.sellers().get(seller).id();
          moves.add(new SinceLastTurn.Move(seller, id, who, before.get(key), after.get(key)));
        }
      }
    }
    return moves;
  }

  @Test
  void movesAreThoseOfAllBids_andWatchingChangesNothing() throws Exception {
    MarketModel model =
        ModelFile.read(Path.of("models/quickstart.yaml"), List.of("buyers.count=40")).draw();
    DataMarket watched = new DataMarket(model.seed(), seed -> model);
    watched.start();
    Map<Integer, Map<List<Integer>, Bid>> atTurn = new HashMap<>();
    watched.watchTurns((simulation, buyer) -> atTurn.put(buyer, seen(simulation, buyer)));
    for (int buyer = 0; buyer < model.buyers().size(); buyer++) {
      watched.watch(buyer);
    }
    int reserves = 0;
    int bids = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      watched.playUntil(round);
      for (int buyer = 0; buyer < model.buyers().size(); buyer++) {
        List<SinceLastTurn.Move> moves =
            BuyerInsight.of(watched, watched.buyers().get(buyer)).since().orElseThrow().moves();
        assertThat(moves).isEqualTo(moves(watched, buyer, atTurn.get(buyer)));
        reserves += (int) moves.stream().filter(move -> move.buyer().isEmpty()).count();
        bids += (int) moves.stream().filter(move -> move.buyer().isPresent()).count();
      }
    }
    assertThat(reserves).isGreaterThan(100);
    assertThat(bids).isGreaterThan(1000);
    DataMarket alone = new DataMarket(model.seed(), seed -> model);
    alone.start();
    alone.playUntil(ROUNDS);
    assertThat(watched.stateHash()).isEqualTo(alone.stateHash());
  }

  @Test
  void buyerThatIsNotWatched_hasNoMoves() throws Exception {
    MarketModel model = ModelFile.read(Path.of("models/two-sellers.yaml"), List.of()).draw();
    DataMarket market = new DataMarket(model.seed(), seed -> model);
    market.start();
    assertThat(BuyerInsight.of(market, market.buyers().get(0)).moved())
        .isEqualTo("It has not had a turn yet.");
    market.playUntil(1);
    BuyerInsight insight = BuyerInsight.of(market, market.buyers().get(0));
    assertThat(insight.since()).isEmpty();
    assertThat(insight.moved()).contains("is known from its next turn on");
  }
}
