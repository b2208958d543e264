package com.faultmaven.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be measured, and for how long.
 *
 * @param given what the command line says
 */
record Options(Map<String, String> given) {

  static final String USAGE =
      """
      bench/run [--cases 10000] [--quick] [--only getCase,listCases] [--connections 16,64]
                [--rounds 3] [--seconds 2] [--warm-up 90] [--measure ceilings,load,instances | growth | warm-up | costs | import | original]
                [--minutes 10] [--starts 2] [--messages 2] [--profile getCase,createCase] [--java -Xmx384m]
                [--data DIRECTORY] [--name NAME] [--original 8000]
      """;

  private static final Set<String> NAMES =
      Set.of(
          "cases",
          "only",
          "connections",
          "rounds",
          "seconds",
          "warm-up",
          "measure",
          "minutes",
          "starts",
          "messages",
          "java",
          "profile",
          "data",
          "name",
          "original");
  private static final Map<String, String> QUICK =
      Map.of("connections", "16", "rounds", "2", "seconds", "1.5", "warm-up", "60");

  static Options of(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int n = 0; n < words.size(); n++) {
      String word = words.get(n);
      String name = word.replaceFirst("^--", "");
      if (word.equals("--quick")) {
        QUICK.forEach(given::putIfAbsent);
      } else if (word.startsWith("--") && NAMES.contains(name) && n + 1 < words.size()) {
        given.put(name, words.get(++n));
      } else {
        throw new IllegalArgumentException("Not understood: " + word + "\n" + USAGE);
      }
    }
    return new Options(Map.copyOf(given));
  }

  private String get(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(","))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  int cases() {
    return Integer.parseInt(get("cases", "10000"));
  }

  /** All operations, unless some are named. */
  boolean includes(String operation) {
    List<String> only = list(get("only", ""));
    return only.isEmpty() || only.contains(operation);
  }

  List<Integer> connections() {
    return list(get("connections", "16,64")).stream().map(Integer::parseInt).toList();
  }

  int rounds() {
    return Integer.parseInt(get("rounds", "3"));
  }

  /** Of one window. */
  double seconds() {
    return Double.parseDouble(get("seconds", "2"));
  }

  /** Seconds of warming up, at most. */
  double warmUp() {
    return Double.parseDouble(get("warm-up", "90"));
  }

  boolean measures(String what) {
    return list(get("measure", "ceilings")).contains(what);
  }

  /** Of the service's JVM, besides those of the release. */
  String java() {
    return get("java", "-Xmx384m").replace(',', ' ');
  }

  /** Whether a flame graph of it is to be drawn. */
  boolean profiles(String operation) {
    return list(get("profile", "")).contains(operation);
  }

  /** How often the processes of a comparison are started anew. */
  int starts() {
    return Integer.parseInt(get("starts", "2"));
  }

  /** Of each case that is imported. */
  int messages() {
    return Integer.parseInt(get("messages", "2"));
  }

  /** The port at which an original service listens, whose database is empty. */
  int original() {
    return Integer.parseInt(get("original", "8000"));
  }

  /** Of the load that the service is to bear. */
  double minutes() {
    return Double.parseDouble(get("minutes", "10"));
  }

  /** Whether the database is kept, for a next run to measure on. */
  boolean keepsData() {
    return given.containsKey("data");
  }

  Path data(Path otherwise) {
    return keepsData() ? Path.of(get("data", "")).toAbsolutePath() : otherwise;
  }

  /** Of the results; empty if they are not to be kept. */
  String name() {
    return get("name", "");
  }
}
