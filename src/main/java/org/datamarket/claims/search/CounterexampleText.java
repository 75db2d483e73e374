package org.datamarket.claims.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Decision;
import org.datamarket.analysis.claims.Claim.Unit;
import org.datamarket.analysis.claims.Lemma;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Waterfill;

/** A counterexample's file: a comment that says what is to be seen there, and the model. */
final class CounterexampleText {
  private static final int WIDTH = 100;
  private static final MathContext DIGITS = new MathContext(6);
  private static final Pattern BID = Pattern.compile("(\\d+): ([0-9.E+-]+)@([0-9.E+-]+)");
  private static final Pattern BIDS =
      Pattern.compile("\\{(?:%s(?:, )?)*\\}".formatted(BID.pattern()));
  private static final Pattern NUMBERED =
      Pattern.compile("\\b(buyers?|sellers?|auction) (\\d+|\\[[\\d, ]+\\])");
  private static final Pattern WORD = Pattern.compile("[a-z]+\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+\\.\\d+(?:E-?\\d+)?");

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
    say(
        "%s, it fails by %s%s."
            .formatted(moment(), number(finding.violation()), where(claim.about().unit())));
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
    if (example.question().isAtRest()) {
      say("To see it: datamarket claims %s.yaml --claims %s".formatted(name(), claim.id()));
      say("and, where the market comes to rest, datamarket run or gui %s.yaml".formatted(name()));
    } else {
      say("To see it: datamarket claims %s.yaml --claims %s".formatted(name(), claim.id()));
      say("and, bid by bid, datamarket clear --table %s.yaml".formatted(name()));
    }
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
    String of =
        switch (unit) {
          case MONEY -> " $";
          case QUANTITY -> " GB";
          case PRICE -> " $/GB";
          case COUNT, SHARE -> "";
        };
    return finding.buyer().isPresent()
        ? "%s for %s".formatted(of, example.model().buyers().get(finding.buyer().getAsInt()).id())
        : of;
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
    return example.model().buyers().get(buyer.number()).id();
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
    String named =
        NUMBERED.matcher(BIDS.matcher(words).replaceAll(this::bids)).replaceAll(this::ids);
    String rounded =
        NUMBER.matcher(named).replaceAll(found -> number(Double.parseDouble(found.group())));
    return WORD.matcher(rounded).lookingAt()
        ? rounded.substring(0, 1).toUpperCase(Locale.ROOT) + rounded.substring(1)
        : rounded;
  }

  /** Bids as evidence has them, by the sellers' numbers. */
  private String bids(MatchResult bids) {
    List<String> words = new ArrayList<>();
    Matcher bid = BID.matcher(bids.group());
    while (bid.find()) {
      words.add(
          bid(
              Integer.parseInt(bid.group(1)),
              new Bid(Double.parseDouble(bid.group(2)), Double.parseDouble(bid.group(3)))));
    }
    return Matcher.quoteReplacement(words.isEmpty() ? "nothing" : String.join(" and ", words));
  }

  /** Buyers and sellers as evidence has them, by their numbers. */
  private String ids(MatchResult numbered) {
    String letter = numbered.group(1).startsWith("buyer") ? "b" : "s";
    return numbered.group(2).replaceAll("[\\[\\]]", "").replaceAll("\\d+", letter + "$0");
  }

  private static String words(Situation buyer, Bids bids) {
    List<String> words = new ArrayList<>();
    for (int k = 0; k < bids.size(); k++) {
      words.add(bid(bids.seller(k), bids.bid(k)));
    }
    String all = words.isEmpty() ? "nothing" : String.join(" and ", words);
    return "%s: it gets %s GB, pays %s $, and has a utility of %s $"
        .formatted(
            all,
            number(buyer.view().allocation(bids)),
            number(buyer.view().cost(bids)),
            number(buyer.utility(bids)));
  }

  private static String bid(int seller, Bid bid) {
    return "%s GB at s%s for %s $/GB"
        .formatted(number(bid.quantity()), seller, number(bid.price()));
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
