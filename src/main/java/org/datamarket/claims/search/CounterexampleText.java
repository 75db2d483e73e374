package org.datamarket.claims.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Decision;
import org.datamarket.analysis.claims.Claim.Unit;
import org.datamarket.analysis.claims.Lemma;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.market.Bids;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Waterfill;

/** A counterexample's file: a comment that says what is to be seen there, and the model. */
final class CounterexampleText {
  private static final int WIDTH = 100;
  private static final MathContext DIGITS = new MathContext(6);
  private static final Pattern WORD = Pattern.compile("[a-z]+\\b");

  private final Counterexample example;
  private final Finding finding;
  private final List<String> lines = new ArrayList<>();

  private CounterexampleText(Counterexample example) {
    this.example = example;
    this.finding = example.finding();
  }

  static String of(Counterexample example) {
    return new CounterexampleText(example).text();
  }

  private String text() {
    Claim claim = example.question().claim();
    say(
        "Refutes %s (%s): %s"
            .formatted(claim.id(), claim.about().source().words(), claim.statement()));
    if (!claim.about().hypothesis().isEmpty()) {
      say("What that takes for granted is so here: %s.".formatted(claim.about().hypothesis()));
    }
    lines.add("#");
    say("%s, it fails%s.".formatted(moment(), where(claim.about().unit())));
    finding.state().buyers().forEach(this::sayOf);
    say("%s.".formatted(evidence()));
    if (example.question().withoutTies()) {
      say("No two prices are equal here, and none is a reserve.");
    }
    lines.add("#");
    sayCommands(claim);
    return "%s\n%s".formatted(String.join("\n", lines), ModelText.of(example.model()));
  }

  /** What shows it. */
  private void sayCommands(Claim claim) {
    say("To see it: datamarket claims %s.yaml --claims %s".formatted(name(), claim.id()));
    Shown.besides(claim)
        .map(
            shown -> shown.command(name(), finding.buyer().stream().mapToObj(this::id).findFirst()))
        .ifPresent(command -> say("and: datamarket %s".formatted(command)));
  }

  private String name() {
    return example.model().name();
  }

  private String moment() {
    return example.question().isAtRest()
        ? "Where this market comes to rest"
        : "With the bids that this market begins with";
  }

  private String where(Unit unit) {
    String size = ViolationText.of(finding.violation(), unit, CounterexampleText::number);
    String by = size.isEmpty() ? "" : " by %s".formatted(size);
    return finding.buyer().isPresent()
        ? "%s for %s".formatted(by, id(finding.buyer().getAsInt()))
        : by;
  }

  /** What a buyer bids and would bid, and what each is worth to it. */
  private void sayOf(Situation buyer) {
    say("%s bids %s.".formatted(id(buyer), words(buyer, buyer.bids())));
    if (finding.buyer().isPresent() && finding.buyer().getAsInt() == buyer.number()) {
      Claim claim = example.question().claim();
      if (claim instanceof Lemma && isOfBids(claim)) {
        Lemma.coordinated(buyer)
            .ifPresent(bids -> say("Coordinated that is %s.".formatted(words(buyer, bids))));
      } else if (!isOfBids(claim)) {
        say("Its strategy would bid %s.".formatted(words(buyer, buyer.reply().bids())));
        boolean compares = claim.about().decision() != Decision.CLEARING;
        if (compares && finding.state().isProportional()) {
          say("The cheapest units are %s.".formatted(words(buyer, best(buyer))));
        }
      }
    }
  }

  /** Whether a claim is about the bids that stand, and not about what a strategy would bid. */
  private static boolean isOfBids(Claim claim) {
    return claim.about().hypothesis().startsWith("it");
  }

  private String id(Situation buyer) {
    return id(buyer.number());
  }

  private String id(int buyer) {
    return example.model().buyers().get(buyer).id();
  }

  /** Best bids, but for ties: nothing is left out to bid a higher price. */
  private static Bids best(Situation buyer) {
    BuyerTerms free = new BuyerTerms(buyer.valuation(), buyer.terms().budget(), 0);
    return new Waterfill().reply(free, buyer.view()).bids();
  }

  private String evidence() {
    Claim claim = example.question().claim();
    String words =
        claim instanceof BuyerClaim ofBuyer
            ? ofBuyer.evidence(finding.state().buyers().get(finding.buyer().getAsInt()))
            : ((MarketClaim) claim).evidence(finding.state());
    String rounded = names().of(words);
    return WORD.matcher(rounded).lookingAt()
        ? rounded.substring(0, 1).toUpperCase(Locale.ROOT) + rounded.substring(1)
        : rounded;
  }

  /** Buyers and sellers are called by their numbers here. */
  private static EvidenceText names() {
    return new EvidenceText("b%s"::formatted, "s%s"::formatted, CounterexampleText::number);
  }

  private static String words(Situation buyer, Bids bids) {
    List<String> words = new ArrayList<>();
    for (int k = 0; k < bids.size(); k++) {
      words.add(names().bid(bids.bid(k).quantity(), bids.seller(k), bids.bid(k).price()));
    }
    String all = words.isEmpty() ? "nothing" : String.join(" and ", words);
    return "%s: it gets %s GB, pays %s $, and has a utility of %s $"
        .formatted(
            all,
            number(buyer.view().allocation(bids)),
            number(buyer.view().cost(bids)),
            number(buyer.utility(bids)));
  }

  private static String number(double number) {
    return ShortNumber.text(new BigDecimal(number).round(DIGITS).doubleValue());
  }

  /** Lines of a comment. */
  private void say(String sentence) {
    StringBuilder line = new StringBuilder("#");
    for (String word : sentence.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }
}
