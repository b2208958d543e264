package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Searches stay fast among many texts, and a conversation stays cheap to append to. */
class SearchTest {

  private static final int CASES = Integer.getInteger("reliability.search.cases", 100_000);
  private static final int QUERIES = 200;
  private static final double MOST_MILLISECONDS = 100;

  private final Random random = new Random(42);

  @Test
  void staysFastAmongManyTexts() throws Exception {
    try (Database database = new Database()) {
      Instance instance = database.newInstance(50).awaitReady();
      ManyTexts texts = database.manyTexts();
      texts.add(CASES);
      long start = System.nanoTime();
      await()
          .atMost(Duration.ofHours(2))
          .pollInterval(Duration.ofSeconds(1))
          .until(texts::areIndexed);
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      texts.vacuum();
      List<Long> megabytes = texts.megabytes();
      System.out.printf(
          Locale.ROOT,
          "%,d texts indexed in %d s; %d MB of text, %d MB of documents, %d MB of index%n",
          3 * CASES,
          seconds,
          megabytes.get(0),
          megabytes.get(1),
          megabytes.get(2));
      assertThat(megabytes.get(2)).isLessThan(megabytes.get(0) * 3 / 2);

      Supplier<String> two = () -> "/api/v2/cases?q=" + word() + "+" + word() + "+";
      print("list, two words", instance.api(), two);
      print("relevance, two words", instance.api(), () -> two.get() + "&sort=relevance");
      print(
          "relevance, highlighted",
          instance.api(),
          () -> two.get() + "&sort=relevance&highlight=true");
      print(
          "facets, two words",
          instance.api(),
          () -> "/api/v2/cases/facets?q=" + word() + "+" + word() + "+");
      print(
          "pasted frame",
          instance.api(),
          () -> "/api/v2/cases?q=Service" + random.nextInt(900) + "Handler.call&sort=relevance");
      print(
          "address",
          instance.api(),
          () ->
              "/api/v2/cases?q=10." + random.nextInt(250) + "." + random.nextInt(250) + ".7:5432");
    }
  }

  /** Zipf-like, as the texts are. */
  private String word() {
    return "w" + (int) (20_000 * Math.pow(random.nextDouble(), 3));
  }

  private static void print(String what, Api api, Supplier<String> path)
      throws IOException, InterruptedException {
    double[] milliseconds = new double[QUERIES];
    for (int i = -20; i < QUERIES; i++) {
      long start = System.nanoTime();
      api.bytes(path.get());
      if (i >= 0) {
        milliseconds[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "%-30s p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
        what,
        milliseconds[QUERIES / 2],
        milliseconds[QUERIES * 95 / 100],
        milliseconds[QUERIES - 1]);
    assertThat(milliseconds[QUERIES * 95 / 100]).as(what).isLessThan(MOST_MILLISECONDS);
  }
}
