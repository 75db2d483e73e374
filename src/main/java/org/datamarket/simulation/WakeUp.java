package org.datamarket.simulation;

import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.model.distribution.Distribution;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Wakes one buyer at times of its own (docs/model.md §6, asynchronous). */
final class WakeUp implements Steppable {
  private static final long serialVersionUID = 1;

  private final Buyer buyer;
  private final Distribution gap;
  private final RandomGenerator random;

  WakeUp(Buyer buyer, Distribution gap, RandomGenerator random) {
    this.buyer = buyer;
    this.gap = gap;
    this.random = random;
  }

  /** Schedules the first wake-up, at a uniformly drawn part of a first gap. */
  void begin(SimState state) {
    double first = random.nextDouble() * gap.sample(random) / gap.mean();
    state.schedule.scheduleOnce(first, Phase.BUYERS, this);
  }

  @Override
  public void step(SimState state) {
    buyer.step(state);
    double next = gap.sample(random) / gap.mean();
    state.schedule.scheduleOnceIn(next, this, Phase.BUYERS);
  }
}
