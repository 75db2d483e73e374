package org.datamarket.output;

import static org.datamarket.output.Column.count;
import static org.datamarket.output.Column.number;

import java.util.List;
import org.datamarket.analysis.RoundMeasures;

/** {@code rounds.csv}: the market round by round. */
final class RoundsTable {
  static final RowTable<RoundMeasures> TABLE =
      new RowTable<>(
          "rounds.csv",
          "The market at the end of each round, in order; the last row is the end of the run",
          List.of(
              count("round", "The round, 1 for the first", RoundMeasures::round),
              count("messages", "Bids accepted in this round", RoundMeasures::messages),
              count(
                  "replies",
                  "Replies computed in this round: a buyer that saw no news needs none",
                  RoundMeasures::replies),
              count(
                  "stale_replies",
                  "Those of the replies that were computed from news that was out of date",
                  RoundMeasures::staleReplies),
              count(
                  "reserves_moved",
                  "Sellers whose reserve moved in this round",
                  RoundMeasures::reservesMoved),
              number(
                  "welfare",
                  "$",
                  "What the data sold is worth to the buyers, less what it was worth to the sellers"
                      + " (at their own reserves)",
                  RoundMeasures::welfare),
              number("revenue", "$", "What the buyers pay in all", RoundMeasures::revenue),
              number("sold", "GB", "What the buyers get in all", RoundMeasures::sold),
              number(
                  "price_mean",
                  "$/GB",
                  "Revenue / sold; empty when nothing is sold",
                  RoundMeasures::priceMean),
              number(
                  "price_dispersion",
                  "1",
                  "Coefficient of variation of the unit prices paid, weighted by quantity; empty"
                      + " when nothing is sold",
                  RoundMeasures::priceDispersion),
              number("utility_min", "$", "The least utility of a buyer", RoundMeasures::utilityMin),
              number(
                  "utility_lower_quartile",
                  "$",
                  "A quarter of the buyers have at most this utility (between two buyers"
                      + " interpolated linearly)",
                  RoundMeasures::utilityLowerQuartile),
              number(
                  "utility_median",
                  "$",
                  "Half of them have at most this",
                  RoundMeasures::utilityMedian),
              number(
                  "utility_upper_quartile",
                  "$",
                  "Three quarters of them have at most this",
                  RoundMeasures::utilityUpperQuartile),
              number(
                  "utility_max", "$", "The greatest utility of a buyer", RoundMeasures::utilityMax),
              number(
                  "utility_mean",
                  "$",
                  "The mean utility of the buyers",
                  RoundMeasures::utilityMean),
              number(
                  "nash_gap",
                  "$",
                  "The most that any one buyer within its budget could gain by any bids; empty"
                      + " under strict ties",
                  RoundMeasures::nashGap),
              number(
                  "reserve_mean",
                  "$/GB",
                  "The sellers' mean reserve, weighted by quantity on offer; empty when nothing is"
                      + " on offer",
                  RoundMeasures::reserveMean),
              count(
                  "live_bids", "Bids that stand at the end of the round", RoundMeasures::liveBids),
              count(
                  "over_budget",
                  "Buyers that pay more than their budgets at the end of the round",
                  RoundMeasures::overBudget)),
          result -> result.rounds().stream());

  private RoundsTable() {}
}
