package org.datamarket.model.population;

import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.Words;
import org.datamarket.model.Limits;
import org.datamarket.strategy.TruthfulSingle;

/** Ensures that a buyer that replies to a single seller sees exactly one, whatever the draw. */
public final class SingleSellerCheck {
  private SingleSellerCheck() {}

  /**
   * @param sellers how many sellers there are, not counting users
   * @throws Mistake if a buyer with that strategy may see none, or more than one
   */
  public static void check(
      List<BuyerGroup> groups, List<UserGroup> users, Links links, int sellers) {
    int there = users.isEmpty() ? sellers : Limits.MOST_SELLERS;
    int first = 0;
    for (BuyerGroup group : groups) {
      for (int k = 0;
          k < group.members().count() && group.strategy() instanceof TruthfulSingle;
          k++) {
        check(group.members().position(), group.members().id(k), links.degree(first + k, there));
      }
      first += group.members().count();
    }
    for (UserGroup group : users) {
      if (group.strategy() instanceof TruthfulSingle) {
        check(
            group.members().position(), group.members().id(0), links.generator().degree(0, there));
        check(
            group.members().position(), group.members().id(0), links.generator().degree(1, there));
      }
    }
  }

  private static void check(Position position, String id, int degree) {
    if (degree != 1) {
      String seen = degree < 0 ? "a number of sellers that is drawn" : degree + " sellers";
      throw new Mistake(
          position,
          Words.quoted(id)
              + " bids by truthful-single, but sees "
              + seen
              + "; expected a reach of exactly 1 seller, or another strategy");
    }
  }
}
