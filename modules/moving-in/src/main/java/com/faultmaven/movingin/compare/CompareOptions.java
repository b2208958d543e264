package com.faultmaven.movingin.compare;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the command compare was asked for.
 *
 * @param old the address of the service so far, without a path
 * @param now that of the service to come
 * @param perSecond how many reads of the log
 * @param concurrent how many of them at a time
 */
record CompareOptions(
    URI old,
    URI now,
    Path log,
    int perSecond,
    int concurrent,
    List<String> columns,
    Map<String, String> headers,
    List<String> compared,
    List<String> ignored,
    List<String> unordered,
    boolean values,
    Optional<Path> report) {

  static final String USAGE =
      """
      compare --old URL --new URL --log FILE    sends the reads of a log to both, and never a write
        --rate N            reads a second; 20
        --concurrency N     reads at a time; 4
        --columns A,B,…     of a log whose values are separated by tabs: method, path, names of headers, - for others
        --header 'A: B'     of each request that has not got it from the log; may be repeated
        --compare-headers A,B  beside status and body; content-type
        --ignore POINTER    what may differ, * for any member; may be repeated
        --unordered POINTER an array whose order says nothing; may be repeated
        --values            say what differs, and not only where: these are people's texts
        --report FILE       every difference, one JSON object a line
      """;

  /** What the contract of version 1 leaves open, or the two services say of themselves. */
  private static final List<String> IGNORED =
      List.of("/version", "/database", "/detail/*/ctx", "/detail/*/url");

  private static final List<String> UNORDERED = List.of("/detail");

  private static final int MOST = 10_000;

  /** Why the options cannot be used. */
  static final class Refused extends RuntimeException {
    Refused(String words) {
      super(words);
    }
  }

  static CompareOptions parse(String... arguments) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int index = 0; index < arguments.length; index++) {
      String[] option = arguments[index].split("=", 2);
      boolean flag = option[0].equals("--values");
      if (!flag && option.length == 1 && index + 1 == arguments.length) {
        throw new Refused(option[0] + " needs a value.");
      }
      String value = flag ? "" : option.length == 2 ? option[1] : arguments[++index];
      given.computeIfAbsent(option[0], _ -> new ArrayList<>()).add(value);
    }
    return of(given);
  }

  private static CompareOptions of(Map<String, List<String>> given) {
    List<String> known =
        List.of(
            "--old",
            "--new",
            "--log",
            "--rate",
            "--concurrency",
            "--columns",
            "--header",
            "--compare-headers",
            "--ignore",
            "--unordered",
            "--values",
            "--report");
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refused("There is no option " + name + ".");
            });
    return new CompareOptions(
        address("--old", given),
        address("--new", given),
        Path.of(required("--log", given)),
        number("--rate", "20", given),
        number("--concurrency", "4", given),
        list("--columns", "", given),
        headers(given.getOrDefault("--header", List.of())),
        list("--compare-headers", "content-type", given),
        plus(IGNORED, given.getOrDefault("--ignore", List.of())),
        plus(UNORDERED, given.getOrDefault("--unordered", List.of())),
        given.containsKey("--values"),
        Optional.ofNullable(given.get("--report")).map(List::getLast).map(Path::of));
  }

  private static String required(String name, Map<String, List<String>> given) {
    List<String> values = given.get(name);
    if (values == null) {
      throw new Refused(name + " is missing.");
    }
    return Objects.requireNonNull(values.getLast());
  }

  private static URI address(String name, Map<String, List<String>> given) {
    try {
      URI address = URI.create(required(name, given).replaceFirst("/+$", ""));
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null && address.getQuery() == null) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      // is refused below
    }
    throw new Refused(name + " is an address like http://localhost:8003.");
  }

  private static int number(String name, String otherwise, Map<String, List<String>> given) {
    String value = given.getOrDefault(name, List.of(otherwise)).getLast();
    if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > MOST) {
      throw new Refused(name + " is a number from 1 to 10000.");
    }
    return Integer.parseInt(value);
  }

  private static List<String> list(String name, String otherwise, Map<String, List<String>> given) {
    String value = given.getOrDefault(name, List.of(otherwise)).getLast();
    return value.isEmpty() ? List.of() : List.of(value.split(","));
  }

  private static Map<String, String> headers(List<String> given) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : given) {
      String[] parts = header.split(":", 2);
      if (parts.length < 2) {
        throw new Refused("--header is like 'X-User-ID: ada'.");
      }
      headers.put(parts[0].strip(), parts[1].strip());
    }
    return headers;
  }

  private static List<String> plus(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
