package org.datamarket.claims;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;

/** The scores of some claims, filled in case by case, and the cases in which they failed. */
final class Sheet {
  private final List<Score> scores;
  private final List<List<Finding>> failures = new ArrayList<>();

  /** No case yet. */
  Sheet(List<Subject> subjects) {
    this.scores = new ArrayList<>(subjects.stream().map(Score::none).toList());
    subjects.forEach(subject -> failures.add(new ArrayList<>()));
  }

  /** One more case of a claim. */
  void add(int claim, Finding finding) {
    scores.set(claim, scores.get(claim).with(finding));
    if (finding.fails()) {
      failures.get(claim).add(finding);
    }
  }

  /** All cases that come after these. */
  void add(Sheet later) {
    for (int k = 0; k < scores.size(); k++) {
      scores.set(k, scores.get(k).with(later.scores.get(k)));
      failures.get(k).addAll(later.failures.get(k));
    }
  }

  /** The scores, one per claim. */
  List<Score> scores() {
    return List.copyOf(scores);
  }

  /** Where claims failed, claim by claim, each in the order in which it was judged. */
  List<Failure> failures() {
    List<Failure> all = new ArrayList<>();
    for (int k = 0; k < scores.size(); k++) {
      Subject subject = scores.get(k).subject();
      failures.get(k).forEach(finding -> all.add(new Failure(subject, finding)));
    }
    return all;
  }
}
