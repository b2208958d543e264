package com.faultmaven.app.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an alert or a panel asks Prometheus. */
record Query(String expression) {

  /** What has names in an expression that are no metrics: text, labels, ranges, functions. */
  private static final List<Pattern> NO_METRICS =
      Stream.of(
              "\"[^\"]*\"",
              "\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)",
              "\\b\\w+\\s*(?=\\()|\\b(or|and|unless|bool|offset)\\b")
          .map(Pattern::compile)
          .toList();

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][\\w:]*");

  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_][\\w:]*)\\{((?:[^}\"]|\"[^\"]*\")*)}");

  /** With the first metric of what is grouped. */
  private static final Pattern GROUPING =
      Pattern.compile("\\bby\\s*\\(([^)]*)\\)\\s*(?:\\w*\\(\\s*)+([a-zA-Z_][\\w:]*)");

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  private static final String EXPORTED = "exported_";

  /** What Prometheus adds to what it scrapes. */
  private static final Set<String> ADDED = Set.of("job", "instance");

  Set<String> metrics() {
    String bare = expression;
    for (Pattern names : NO_METRICS) {
      bare = names.matcher(bare).replaceAll(" ");
    }
    return names(bare).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The labels it selects and groups by, each as {@code metric{label}}. */
  Set<String> labels() {
    Set<String> labels = new TreeSet<>();
    for (MatchResult selector : SELECTOR.matcher(expression).results().toList()) {
      labels.addAll(labels(selector.group(1), selector.group(2)));
    }
    for (MatchResult grouping : GROUPING.matcher(expression).results().toList()) {
      labels.addAll(labels(grouping.group(2), grouping.group(1)));
    }
    return labels;
  }

  private static List<String> labels(String metric, String list) {
    return names(TEXT.matcher(list).replaceAll(""))
        .filter(label -> !ADDED.contains(label))
        // so Prometheus calls a label of the service that has a name of its own
        .map(label -> label.startsWith(EXPORTED) ? label.substring(EXPORTED.length()) : label)
        .map(label -> metric + "{" + label + "}")
        .toList();
  }

  private static Stream<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group);
  }
}
