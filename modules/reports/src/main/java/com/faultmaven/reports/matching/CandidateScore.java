package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseTitle;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.clusters.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much a case seems to be about the same as a scope. */
final class CandidateScore {

  private static final double SAME_CLASS = 0.12;
  private static final double SHARED = 0.56;
  private static final double OVERLAP = 0.35;
  private static final double MOST_OVERLAP = 0.22;
  private static final double WORDS = 0.16;
  private static final double LIKE_WORDS = 0.3;
  private static final double CLUSTER = 0.01;
  private static final double MOST_CLUSTERS = 0.05;
  private static final double LEAST = 0.35;

  private final List<String> reasons = new ArrayList<>();
  private double score;

  private CandidateScore() {}

  /** Nothing for a case without a report of the scope, and little else in common. */
  static Optional<CaseCandidate> of(
      CandidateRow row, CaseTitle about, Box scope, int reports, String said) {
    CandidateScore candidate = new CandidateScore();
    candidate.add("same classification", SAME_CLASS);
    int most = Math.max(reports, row.reports());
    candidate.add("shared reports", most == 0 ? 0 : SHARED * row.shared() / most);
    if (row.bounds() != null) {
      candidate.add(
          "overlapping area", Math.min(MOST_OVERLAP, OVERLAP * overlap(scope, row.bounds())));
      candidate.add("nearby", nearness(scope, row.bounds()));
    }
    candidate.addWords(Likeness.ofWords(said, about.title()));
    if (row.clusters() > 1) {
      candidate.add("several clusters", Math.min(MOST_CLUSTERS, CLUSTER * row.clusters()));
    }
    return row.shared() == 0 && candidate.score < LEAST
        ? Optional.empty()
        : Optional.of(
            new CaseCandidate(
                about, Math.min(candidate.score, 1), candidate.reasons, row.shared()));
  }

  private void add(String reason, double part) {
    score += part;
    if (part > 0) {
      reasons.add(reason);
    }
  }

  /** Few words in common count, and are no reason. */
  private void addWords(double likeness) {
    score += WORDS * likeness;
    if (likeness >= LIKE_WORDS) {
      reasons.add("similar language");
    }
  }

  private static double overlap(Box one, Box other) {
    double width = Math.min(one.east(), other.east()) - Math.max(one.west(), other.west());
    double height = Math.min(one.north(), other.north()) - Math.max(one.south(), other.south());
    double both = width > 0 && height > 0 ? width * height : 0;
    double either = area(one) + area(other) - both;
    return either > 0 ? both / either : 0;
  }

  private static double area(Box box) {
    return (box.east() - box.west()) * (box.north() - box.south());
  }

  private static double nearness(Box one, Box other) {
    double kilometres = center(one).kilometresTo(center(other));
    if (kilometres <= 0.06) {
      return 0.18;
    }
    return kilometres <= 0.15 ? 0.12 : kilometres <= 0.3 ? 0.06 : 0;
  }

  private static Place center(Box box) {
    return new Place((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
  }
}
