package com.faultmaven.cases.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The place of a text that shows best why it was found.
 *
 * @param fragment of the text, up to 400 characters
 * @param ranges of the fragment that match, in order, none touching another
 * @param terms how many of the terms searched for the whole text has
 */
public record Highlight(String fragment, List<Range> ranges, int terms) {

  private static final int BEFORE = 40;
  private static final int USUAL = 200;
  private static final int LONGEST = 400;

  /** Where one of the terms stands. */
  private record Hit(int term, Range range) {}

  /** None if the text has no term of the query. */
  public static Optional<Highlight> of(String text, SearchQuery query) {
    List<Word> words = Words.of(text, SearchDocument.MOST_WORDS);
    List<Hit> hits = hits(words, query.terms());
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    Range best = hits.get(densest(hits)).range();
    int from = startOfWord(words, best.start() - BEFORE, best.start());
    int usual = endOfWord(words, from + USUAL, best.end());
    int to = whole(text, Math.min(usual, from + LONGEST));
    List<Range> ranges = merged(hits, from, to);
    return Optional.of(new Highlight(text.substring(from, to), ranges, distinct(hits)));
  }

  private static List<Hit> hits(List<Word> words, List<Term> terms) {
    List<Hit> hits = new ArrayList<>();
    for (int term = 0; term < terms.size(); term++) {
      for (Range range : terms.get(term).in(words)) {
        hits.add(new Hit(term, range));
      }
    }
    hits.sort(Comparator.comparingInt(hit -> hit.range().start()));
    return hits;
  }

  /** The hit from which on most terms stand close together. */
  private static int densest(List<Hit> hits) {
    int best = 0;
    int most = 0;
    for (int first = 0; first < hits.size(); first++) {
      int end = hits.get(first).range().start() + USUAL - BEFORE;
      int last = first;
      while (last < hits.size() && hits.get(last).range().start() < end && last - first < 100) {
        last++;
      }
      int terms = distinct(hits.subList(first, last));
      if (terms > most) {
        most = terms;
        best = first;
      }
    }
    return best;
  }

  private static int distinct(List<Hit> hits) {
    return (int) hits.stream().mapToInt(Hit::term).distinct().count();
  }

  private static int startOfWord(List<Word> words, int wanted, int latest) {
    if (wanted <= 0) {
      return 0;
    }
    return words.stream()
        .mapToInt(Word::start)
        .filter(start -> start >= wanted)
        .findFirst()
        .orElse(latest);
  }

  private static int endOfWord(List<Word> words, int wanted, int earliest) {
    return words.stream()
        .mapToInt(Word::end)
        .filter(end -> end <= wanted)
        .reduce(earliest, Math::max);
  }

  /** Does not cut a character in two. */
  private static int whole(String text, int end) {
    int to = Math.min(end, text.length());
    return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
  }

  private static List<Range> merged(List<Hit> hits, int from, int to) {
    List<Range> ranges = new ArrayList<>();
    for (Hit hit : hits) {
      int start = hit.range().start() - from;
      int end = Math.min(hit.range().end(), to) - from;
      Range last = ranges.isEmpty() ? null : ranges.getLast();
      if (start < 0 || start >= end) {
        continue;
      }
      if (last != null && start <= last.end()) {
        ranges.set(ranges.size() - 1, new Range(last.start(), Math.max(last.end(), end)));
      } else {
        ranges.add(new Range(start, end));
      }
    }
    return ranges;
  }
}
