package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Analysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much a report is like another one.
 *
 * @param other the one it is like
 * @param score what speaks for it, at most 1
 * @param reasons in words, sorted
 */
public record Likeness(Node other, double score, List<String> reasons) {

  /**
   * The one of others that a report is most like, if they are one incident; of equals the first.
   */
  public static Optional<Likeness> best(Node report, List<Node> others) {
    List<Node> nodes = new ArrayList<>(others);
    nodes.add(report);
    Similarity similarity = new Similarity(nodes, Analysis.PHYSICAL);
    similarity.take(others.size());
    Likeness best = null;
    for (int place = 0; place < others.size(); place++) {
      int reasons = similarity.reasons(others.size(), place);
      double score = Math.min(Reason.sumOf(reasons), 1);
      if (Reason.isEnough(reasons) && (best == null || score > best.score)) {
        best = new Likeness(others.get(place), score, Reason.wordsOf(reasons));
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many of the words of two texts are in both, from 0 to 1; 0 if one has none. */
  public static double ofWords(String one, String other) {
    WordSets sets = new WordSets();
    int[] words = sets.of(one);
    int[] others = sets.of(other);
    long both = Arrays.stream(words).filter(it -> Arrays.binarySearch(others, it) >= 0).count();
    long either = words.length + others.length - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
