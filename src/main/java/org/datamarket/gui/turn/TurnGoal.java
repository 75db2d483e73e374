package org.datamarket.gui.turn;

import java.util.Optional;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;

/** When playing turn by turn is to stop. Each is for one market and used once. */
public interface TurnGoal {

  /** Whether the turn of this buyer, by its number, is the one to stop after. */
  boolean isTurnOf(int buyer);

  /** What has happened that is to be stopped for, in a sentence; empty if nothing has. */
  Optional<String> happened(DataMarket market);

  /** The buyer for whose sake playing stops; empty where it is whoever moves next. */
  Optional<Buyer> subject();

  /** Stops after the next turn, whoever has it. */
  static TurnGoal next() {
    return new Turn(Optional.empty());
  }

  /** Stops after the next turn of a buyer. */
  static TurnGoal turnOf(Buyer buyer) {
    return new Turn(Optional.of(buyer));
  }

  /** Stops when somebody's bid takes units that a buyer gets now. */
  static TurnGoal outbid(DataMarket market, Buyer buyer) {
    return new PoolOutbid(market, buyer);
  }

  /**
   * A turn.
   *
   * @param subject whose; empty for anybody's
   */
  record Turn(Optional<Buyer> subject) implements TurnGoal {
    @Override
    public boolean isTurnOf(int buyer) {
      return subject.map(one -> one.number() == buyer).orElse(true);
    }

    @Override
    public Optional<String> happened(DataMarket market) {
      return Optional.empty();
    }
  }
}
