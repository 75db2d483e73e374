package org.datamarket.gui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.Seller;

/** The one buyer or seller that is selected, or nobody. Used on the event thread. */
public final class Selection {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<Object> agent = Optional.empty();

  Selection() {}

  /** Selects a buyer. */
  public void select(Buyer buyer) {
    change(Optional.of(buyer));
  }

  /** Selects a seller. */
  public void select(Seller seller) {
    change(Optional.of(seller));
  }

  /** Selects nobody. */
  public void clear() {
    change(Optional.empty());
  }

  private void change(Optional<Object> newAgent) {
    if (!agent.equals(newAgent)) {
      agent = newAgent;
      listeners.forEach(Runnable::run);
    }
  }

  /** The selected buyer or seller. */
  Optional<Object> agent() {
    return agent;
  }

  /** The selected buyer, if it is one. */
  public Optional<Buyer> buyer() {
    return agent.filter(Buyer.class::isInstance).map(Buyer.class::cast);
  }

  /** The selected seller, if it is one. */
  public Optional<Seller> seller() {
    return agent.filter(Seller.class::isInstance).map(Seller.class::cast);
  }

  /** Adds someone who is told of every change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }
}
