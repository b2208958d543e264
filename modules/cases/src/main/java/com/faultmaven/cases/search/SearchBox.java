package com.faultmaven.cases.search;

import com.faultmaven.cases.search.SearchQuery.Filter;
import com.faultmaven.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a search box from left to right: words, {@code "phrases"}, {@code -excluded}, {@code
 * unfinish*}, {@code or}, and filters.
 */
class SearchBox {

  /** Further words are ignored. */
  private static final int MOST_WORDS = 40;

  private static final int SHORTEST_STARRED = 2;
  private static final int SHORTEST_UNFINISHED = 3;

  private static final Pattern FILTER =
      Pattern.compile("(tag|status|severity|category):(?:\"([^\"]+)\"|([^\\s\"]\\S*))");

  private final String typed;
  private final BiPredicate<String, String> isFilter;
  private final List<List<Term>> alternatives = new ArrayList<>(List.of(new ArrayList<>()));
  private final List<Term> excluded = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private boolean either;
  private int words;

  /**
   * @param isFilter whether a filter of that name knows that value; otherwise it is text
   */
  SearchBox(String typed, BiPredicate<String, String> isFilter) {
    this.typed = typed;
    this.isFilter = isFilter;
  }

  SearchQuery read() {
    int at = 0;
    while (at < typed.length()) {
      at = Text.isSpace(typed.charAt(at)) ? at + 1 : readChunk(at);
    }
    alternatives.removeIf(List::isEmpty);
    return new SearchQuery(alternatives, excluded, filters);
  }

  private int readChunk(int start) {
    boolean minus = typed.charAt(start) == '-' && start + 1 < typed.length();
    boolean excludes = minus && (typed.charAt(start + 1) == '"' || isOfWord(start + 1));
    int at = excludes ? start + 1 : start;
    Matcher filter = FILTER.matcher(typed).region(at, typed.length());
    if (filter.lookingAt()) {
      String value = filter.group(2) == null ? filter.group(3) : filter.group(2);
      if (isFilter.test(filter.group(1), value)) {
        filters.add(new Filter(filter.group(1), value, excludes));
        return filter.end();
      }
    }
    int quote = typed.charAt(at) == '"' ? typed.indexOf('"', at + 1) : -1;
    if (quote > 0) {
      add(at + 1, quote, excludes, false, 0);
      return quote + 1;
    }
    int end = at;
    while (end < typed.length() && !Text.isSpace(typed.charAt(end))) {
      end++;
    }
    if (typed.substring(at, end).toLowerCase(Locale.ROOT).equals("or") && !current().isEmpty()) {
      either = true;
    } else if (typed.charAt(end - 1) == '*') {
      add(at, end - 1, excludes, true, SHORTEST_STARRED);
    } else {
      add(at, end, excludes, end == typed.length() && !excludes, SHORTEST_UNFINISHED);
    }
    return end;
  }

  private void add(int start, int end, boolean excludes, boolean unfinished, int shortest) {
    String chunk = typed.substring(start, end);
    List<Word> found = Words.of(chunk, MOST_WORDS - words);
    if (found.isEmpty()) {
      return;
    }
    words += found.size();
    boolean toTheEnd = found.getLast().end() == chunk.length();
    Term term = Term.of(found, unfinished && toTheEnd, shortest);
    if (excludes) {
      excluded.add(term);
      return;
    }
    if (either) {
      alternatives.add(new ArrayList<>());
      either = false;
    }
    current().add(term);
  }

  private List<Term> current() {
    return alternatives.getLast();
  }

  private boolean isOfWord(int at) {
    return Words.isOfWord(typed.codePointAt(at));
  }
}
