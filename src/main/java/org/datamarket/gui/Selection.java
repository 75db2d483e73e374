package org.datamarket.gui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.Seller;

/** The one buyer or seller that is selected, or nobody. Used on the event thread. */
public final class Selection {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Object agent;

  Selection() {}

  /** Selects a buyer. */
  public void select(Buyer buyer) {
    change(buyer);
  }

  /** Selects a seller. */
  public void select(Seller seller) {
    change(seller);
  }

  /** Selects nobody. */
  public void clear() {
    change(null);
  }

  private void change(Object newAgent) {
    if (agent != newAgent) {
      agent = newAgent;
      listeners.forEach(Runnable::run);
    }
  }

  /** The selected buyer, if it is one. */
  public Optional<Buyer> buyer() {
    return agent instanceof Buyer buyer ? Optional.of(buyer) : Optional.empty();
  }

  /** The selected seller, if it is one. */
  public Optional<Seller> seller() {
    return agent instanceof Seller seller ? Optional.of(seller) : Optional.empty();
  }

  /** Adds someone who is told of every change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }
}
