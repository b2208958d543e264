package com.faultmaven.reliability;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** How long searches take, one at a time. */
final class SearchTimes {

  private static final String LIST = "/api/v2/cases";

  private final Api api;
  private final Random random = new Random(42);
  private final List<String> slow = new ArrayList<>();

  SearchTimes(Api api) {
    this.api = api;
  }

  /** Gives the searches of which more than five of a hundred took too long. */
  List<String> print() throws IOException, InterruptedException {
    Supplier<String> two = () -> "?q=" + word() + "+" + word() + "+";
    print("two words", 100, 200, () -> LIST + two.get());
    print("  by relevance", 100, 200, () -> LIST + two.get() + "&sort=relevance");
    print("  highlighted", 100, 200, () -> LIST + two.get() + "&sort=relevance&highlight=true");
    print("  facets", 100, 200, () -> LIST + "/facets" + two.get());
    Supplier<String> frame = () -> "?q=Service" + random.nextInt(900) + "Handler.call";
    print("pasted frame", 100, 200, () -> LIST + frame.get());
    print("  by relevance", 100, 200, () -> LIST + frame.get() + "&sort=relevance");
    // a phrase of frequent words, since ada's have every tenth of the second numbers: each text
    // that
    // has them all is read
    Supplier<String> address =
        () -> "?q=10." + 10 * random.nextInt(25) + "." + random.nextInt(250) + ".7:5432";
    print("address", 300, 200, () -> LIST + address.get());
    print("  by relevance", 300, 200, () -> LIST + address.get() + "&sort=relevance");
    // most of ada's cases have them: no search, but it ends
    print("common words", 1000, 20, () -> LIST + "?q=w0+w1+");
    print("  by relevance", 1000, 20, () -> LIST + "?q=w0+w1+&sort=relevance");
    print("  facets", 2000, 20, () -> LIST + "/facets?q=w0+w1+");
    return slow;
  }

  private void print(String what, double most, int queries, Supplier<String> path)
      throws IOException, InterruptedException {
    double[] milliseconds = new double[queries];
    for (int i = -queries / 10; i < queries; i++) {
      long start = System.nanoTime();
      api.bytes(path.get());
      if (i >= 0) {
        milliseconds[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    String line =
        String.format(
            Locale.ROOT,
            "%-16s p50 %.1f ms, p95 %.1f ms, most %.1f ms; load %.1f",
            what,
            milliseconds[queries / 2],
            milliseconds[queries * 95 / 100],
            milliseconds[queries - 1],
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println(line);
    if (milliseconds[queries * 95 / 100] > most) {
      slow.add(line);
    }
  }

  private String word() {
    return ManyTexts.word(random);
  }
}
