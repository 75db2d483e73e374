package org.datamarket.claims.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be seen where a claim fails, for people: with names for the numbers of buyers and
 * sellers, and numbers of a readable length.
 *
 * @param buyer the name of a buyer, by its number
 * @param seller the name of a seller, by its number
 * @param number a number as it is shown
 */
public record EvidenceText(
    IntFunction<String> buyer, IntFunction<String> seller, DoubleFunction<String> number) {
  private static final Pattern BID = Pattern.compile("(\\d+): ([0-9.E+-]+)@([0-9.E+-]+)");
  private static final Pattern BIDS =
      Pattern.compile("\\{(?:%s(?:, )?)*\\}".formatted(BID.pattern()));
  private static final Pattern NUMBERED =
      Pattern.compile("\\b(buyers?|sellers?|auction) (\\d+|\\[[\\d, ]+\\])");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+\\.\\d+(?:E-?\\d+)?");

  /** The evidence of a claim, as {@link org.datamarket.analysis.claims.BuyerClaim} has it. */
  public String of(String evidence) {
    String named =
        NUMBERED.matcher(BIDS.matcher(evidence).replaceAll(this::bids)).replaceAll(this::names);
    return NUMBER
        .matcher(named)
        .replaceAll(
            found -> Matcher.quoteReplacement(number.apply(Double.parseDouble(found.group()))));
  }

  private String bids(MatchResult bids) {
    List<String> words = new ArrayList<>();
    Matcher bid = BID.matcher(bids.group());
    while (bid.find()) {
      words.add(
          bid(
              Double.parseDouble(bid.group(2)),
              Integer.parseInt(bid.group(1)),
              Double.parseDouble(bid.group(3))));
    }
    return Matcher.quoteReplacement(words.isEmpty() ? "nothing" : String.join(" and ", words));
  }

  /** One bid: how much, of whom, at what price. */
  String bid(double quantity, int of, double price) {
    return "%s GB at %s for %s $/GB"
        .formatted(number.apply(quantity), seller.apply(of), number.apply(price));
  }

  private String names(MatchResult numbered) {
    IntFunction<String> names = numbered.group(1).startsWith("buyer") ? buyer : seller;
    String all =
        Arrays.stream(numbered.group(2).replaceAll("[\\[\\] ]", "").split(","))
            .map(Integer::parseInt)
            .map(names::apply)
            .collect(Collectors.joining(", "));
    return Matcher.quoteReplacement("%s %s".formatted(numbered.group(1), all));
  }
}
