package com.faultmaven.movingin.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found, by route. */
final class Findings {

  private static final int EXAMPLES = 3;
  private static final int DIFFERENCES = 5;

  private static final class Route {
    long same;
    long different;
    long failed;
    final List<String> examples = new ArrayList<>();
  }

  private final Map<String, Route> routes = new TreeMap<>();

  synchronized void add(LoggedRead read, List<String> differences) {
    Route route = routes.computeIfAbsent(read.route(), _ -> new Route());
    if (differences.isEmpty()) {
      route.same++;
      return;
    }
    route.different++;
    example(route, read, differences);
  }

  synchronized void failed(LoggedRead read, String why) {
    Route route = routes.computeIfAbsent(read.route(), _ -> new Route());
    route.failed++;
    example(route, read, List.of(why));
  }

  private static void example(Route route, LoggedRead read, List<String> what) {
    if (route.examples.size() < EXAMPLES) {
      route.examples.add(
          read.target()
              + "\n      "
              + String.join("\n      ", what.subList(0, Math.min(DIFFERENCES, what.size()))));
    }
  }

  synchronized void print(PrintStream out) {
    routes.forEach(
        (name, route) -> {
          out.println(
              name
                  + ": "
                  + route.same
                  + " same, "
                  + route.different
                  + " different, "
                  + route.failed
                  + " failed");
          route.examples.forEach(example -> out.println("    " + example));
        });
  }

  synchronized boolean allSame() {
    return routes.values().stream().allMatch(it -> it.different + it.failed == 0);
  }

  synchronized long reads() {
    return routes.values().stream().mapToLong(it -> it.same + it.different + it.failed).sum();
  }
}
