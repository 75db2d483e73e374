package org.datamarket.output;

import java.util.List;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.analysis.TraceEntry;
import org.datamarket.model.MarketModel;

/** Results that ended otherwise than they did. */
final class Endings {
  private Endings() {}

  static RunResult as(RunResult result, Status status, int period) {
    return with(result, result.model(), status, period, result.trace());
  }

  static RunResult traced(RunResult result, List<TraceEntry> trace) {
    return with(result, result.model(), result.status(), result.period(), trace);
  }

  /** With another ε, which changes nothing but the judgement. */
  static RunResult judgedBy(RunResult result, double epsilon) {
    MarketModel model = result.model();
    MarketModel other =
        new MarketModel(
            model.name(),
            model.description(),
            model.currency(),
            model.seed(),
            epsilon,
            model.ties(),
            model.activation(),
            model.roundLimit(),
            model.buyers(),
            model.sellers(),
            model.reach());
    return with(result, other, result.status(), result.period(), result.trace());
  }

  private static RunResult with(
      RunResult result, MarketModel model, Status status, int period, List<TraceEntry> trace) {
    return new RunResult(
        model,
        status,
        period,
        result.messages(),
        result.replies(),
        result.staleReplies(),
        result.turns(),
        result.rounds(),
        result.measures(),
        result.optimum(),
        result.buyers(),
        result.slacks(),
        result.auctions(),
        result.settlement(),
        trace,
        result.stateHash());
  }
}
