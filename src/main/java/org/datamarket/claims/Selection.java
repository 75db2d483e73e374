package org.datamarket.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.score.Subject;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;

/**
 * Which claims are tried.
 *
 * @param claims about states, in the order in which they are shown
 * @param hasConverges whether it is also looked at whether play comes to rest
 */
public record Selection(List<Claim> claims, boolean hasConverges) {
  /** Copies the list. */
  public Selection {
    claims = List.copyOf(claims);
  }

  /** All claims. */
  public static Selection all() {
    return new Selection(Claims.ALL, true);
  }

  /**
   * The claims of some ids, in the order in which claims are shown.
   *
   * @throws UserMistake if one is no id of a claim
   */
  public static Selection of(List<String> ids) throws UserMistake {
    List<String> known = ids();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new UserMistake(
            "--claims %s: is no claim; expected %s%s"
                .formatted(Words.shortened(id), Words.oneOf(known), Words.didYouMean(id, known)));
      }
    }
    return new Selection(
        Claims.ALL.stream().filter(claim -> ids.contains(claim.id())).toList(),
        ids.contains(Converges.SUBJECT.id()));
  }

  /** The ids of all claims. */
  public static List<String> ids() {
    return all().subjects().stream().map(Subject::id).toList();
  }

  /** What is judged: the claims about states, and then whether play comes to rest. */
  List<Subject> subjects() {
    Stream<Subject> states = claims.stream().map(Subject::of);
    return new ArrayList<>(
        (hasConverges ? Stream.concat(states, Stream.of(Converges.SUBJECT)) : states).toList());
  }
}
