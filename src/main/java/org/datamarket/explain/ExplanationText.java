package org.datamarket.explain;

import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.Status;
import org.datamarket.market.Bid;
import org.datamarket.model.AgentNames;
import org.datamarket.output.Figures;

/** An explanation for a person at a terminal of 80 columns. */
public final class ExplanationText {
  private static final int WIDTH = 80;
  private static final int MOST_MOVES = 20;
  private static final String NOTHING = "–";

  private final Explanation explanation;
  private final BuyerInsight insight;
  private final String money;
  private final StringBuilder text = new StringBuilder();

  private ExplanationText(Explanation explanation) {
    this.explanation = explanation;
    this.insight = explanation.insight();
    this.money = insight.currency();
  }

  /** The text; every line ends in a line feed. */
  public static String of(Explanation explanation) {
    return new ExplanationText(explanation).text();
  }

  private String text() {
    heading();
    lastTurn();
    wouldDo();
    steps();
    ranking();
    bids("Its bids now", insight.bids(), "It has no bids.");
    if (insight.now().accepted()) {
      bids("Its new bids", insight.steps().bids(), "It would withdraw its bids.");
    }
    best();
    return text.toString();
  }

  private void heading() {
    String end =
        explanation.status() == Status.RUNNING ? "" : " (%s)".formatted(explanation.status().key());
    prose(
        "%s (%s) in %s, seed %s, %s%s"
            .formatted(
                AgentNames.of("Buyer", insight.buyer()),
                insight.strategy(),
                explanation.model(),
                explanation.seed(),
                explanation.moment(),
                end));
    text.append('\n');
    double budget = insight.budget();
    text.append(
        new TextTable("lrll", "wants", gb(insight.demand()), "GB", "d_i")
            .add(
                "can pay",
                Double.isInfinite(budget) ? "any" : figure(budget),
                Double.isInfinite(budget) ? "" : money,
                "b_i")
            .add("gets", gb(insight.account().allocation()), "GB", "a_i")
            .add("pays", figure(insight.account().cost()), money, overBudget())
            .add("worth to it", figure(insight.value()), money, "θ_i(a_i)")
            .add("utility", figure(insight.account().utility()), money, "u_i")
            .add("marginal value", figure(insight.marginal()), perGb(), "θ_i′(a_i)")
            .add("bid fee", figure(insight.epsilon()), money, "ε")
            .text());
  }

  private String overBudget() {
    return insight.account().overBudget() ? "c_i, more than its budget" : "c_i";
  }

  private void lastTurn() {
    section("Last turn");
    prose("It %s.".formatted(insight.lastDecision()));
    prose(insight.moved());
    List<SinceLastTurn.Move> moves = insight.since().map(SinceLastTurn::moves).orElse(List.of());
    if (!moves.isEmpty()) {
      TextTable table = new TextTable("llrr", "seller", "who moved", "before", "now");
      moves.stream().limit(MOST_MOVES).forEach(move -> add(table, move));
      text.append(table.text());
      if (moves.size() > MOST_MOVES) {
        prose("and %s more: --json has them all.".formatted(moves.size() - MOST_MOVES));
      }
    }
  }

  private void add(TextTable table, SinceLastTurn.Move move) {
    if (move.buyer().isPresent()) {
      table.add(
          name(move.seller()), name(move.buyer().get()), bid(move.before()), bid(move.after()));
    } else {
      table.add(
          name(move.seller()),
          "(its reserve)",
          figure(move.before().price()),
          figure(move.after().price()));
    }
  }

  private static String bid(Bid bid) {
    return bid.isNone() ? "no bid" : "%s @ %s".formatted(gb(bid.quantity()), figure(bid.price()));
  }

  private void wouldDo() {
    section("On its turn now");
    prose("It %s.".formatted(insight.nextDecision()));
    if (insight.delayed()) {
      prose(
          "News takes time here: what follows is what the buyer sees, which may be older than the"
              + " market; what it has and gets is the market's.");
    }
  }

  private void steps() {
    ReplySteps steps = insight.steps();
    text.append('\n');
    text.append(
        new TextTable("lrll", "z*", gb(steps.desiredTotal()), "GB", "desired total")
            .add("v", gb(steps.total()), "GB", "total it asks for, after shading")
            .add("p", figure(steps.price()), perGb(), "θ_i′(v), the price of all its bids")
            .add("n", String.valueOf(steps.poolSize()), "", "pool size")
            .add(
                "ς_i",
                steps.share().isPresent() ? String.valueOf(steps.poolSize()) : NOTHING,
                "",
                "provisioning coefficient, n")
            .add(
                "e_i",
                steps.share().isPresent() ? gb(steps.share().getAsDouble()) : NOTHING,
                "GB",
                "v/n, what it asks of each seller")
            .add(
                "j*",
                steps.marginalSeller().map(TextTable::name).orElse(NOTHING),
                "",
                "marginal seller")
            .add("u_i now", figure(insight.now().utilityNow()), money, "")
            .add("u_i then", figure(insight.now().utilityOfReply()), money, "")
            .add("gain", figure(insight.now().gain()), money, fee())
            .text());
  }

  private String fee() {
    String fee = figure(insight.epsilon());
    return insight.now().gain() > insight.epsilon()
        ? "above ε = %s".formatted(fee)
        : "not above ε = %s".formatted(fee);
  }

  private void ranking() {
    section(
        "The sellers that it sees, at its price of %s %s"
            .formatted(figure(insight.ranking().price()), perGb()));
    TextTable table =
        new TextTable("rlrrrrl", "ℓ_i", "seller", "left", "reserve", "n·Q⁽ⁿ⁾", "asked", "standing");
    for (BuyerInsight.Rank row : insight.ranking().rows()) {
      table.add(
          row.rank() == 0 ? NOTHING : String.valueOf(row.rank()),
          name(row.seller()),
          gb(row.residual()),
          figure(row.reserve()),
          gb(row.poolGives()),
          row.inPool() ? gb(row.asked()) : NOTHING,
          row.standing());
    }
    text.append(table.text());
    prose(insight.poolEnd());
  }

  private void bids(String title, List<BuyerInsight.LiveBid> bids, String none) {
    section(title);
    if (bids.isEmpty()) {
      prose(none);
      return;
    }
    TextTable table =
        new TextTable("lrrrr", "seller", "asks GB", "at " + perGb(), "gets GB", "pays " + money);
    for (BuyerInsight.LiveBid bid : bids) {
      table.add(
          name(bid.seller()),
          gb(bid.quantity()),
          figure(bid.price()),
          gb(bid.allocation()),
          figure(bid.cost()));
    }
    text.append(table.text());
  }

  private void best() {
    BestBids best = insight.best();
    if (best.bids().isEmpty()) {
      section("The best bids of any kind");
      prose("None: no unit that it sees is worth more to it than it costs.");
    } else {
      bids("The best bids of any kind", best.bids(), "");
    }
    prose(
        "%s GB for %s %s: utility %s %s, %s."
            .formatted(
                gb(best.total()),
                figure(best.cost()),
                money,
                figure(best.utility()),
                money,
                gap().orElse("and what that would gain is not defined here")));
  }

  private Optional<String> gap() {
    double gain = insight.best().gain();
    return Double.isNaN(gain)
        ? Optional.empty()
        : Optional.of("%s %s more than now".formatted(figure(gain), money));
  }

  private static String name(String id) {
    return TextTable.name(id);
  }

  private static String gb(double value) {
    return Figures.of(value);
  }

  private static String figure(double value) {
    return Figures.of(value);
  }

  private String perGb() {
    return "%s/GB".formatted(money);
  }

  private void section(String title) {
    text.append('\n').append(title).append('\n');
  }

  /** A sentence in lines of at most 80 letters, but for a word that is longer. */
  private void prose(String sentence) {
    int column = 0;
    for (String word : sentence.split(" ")) {
      int length = word.codePointCount(0, word.length());
      if (column > 0 && column + 1 + length > WIDTH) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += length;
    }
    text.append('\n');
  }
}
