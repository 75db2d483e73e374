package org.datamarket.mechanism;

import java.util.Optional;
import org.datamarket.kind.Kind;

/**
 * The benchmark that nothing can beat: the plan P(V, r) of somebody who knows everything and whom
 * nobody pays (docs/mechanisms.md §2).
 */
@Kind(
    name = "planner",
    meaning = "What a planner who knows everything would do; nobody pays anything.")
public record Planner() implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    return Clearing.efficient(setting, Optional.empty(), 0);
  }
}
