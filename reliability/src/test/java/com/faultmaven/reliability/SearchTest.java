package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Searches stay fast among many texts, most of which are loaded as the application stores them. */
class SearchTest {

  private static final int CASES = Integer.getInteger("reliability.search.cases", 100_000);
  private static final int INDEXED_AFTERWARDS = CASES / 20;

  @Test
  void staysFastAmongManyTexts() throws Exception {
    try (Database database = new Database()) {
      Instance instance = database.newInstance(50).awaitReady();
      ManyTexts texts = database.manyTexts();
      long beginning = System.nanoTime();
      texts.add(CASES - INDEXED_AFTERWARDS, INDEXED_AFTERWARDS);
      System.out.printf(
          Locale.ROOT, "%,d texts loaded in %d s%n", 3 * CASES, secondsSince(beginning));
      long start = System.nanoTime();
      await()
          .atMost(Duration.ofHours(2))
          .pollInterval(Duration.ofSeconds(1))
          .until(texts::areIndexed);
      long seconds = secondsSince(start);
      texts.vacuum();
      List<Long> megabytes = texts.megabytes();
      System.out.printf(
          Locale.ROOT,
          "%,d texts indexed in %d s; %d MB of text, %d MB of documents, %d MB of index%n",
          3 * INDEXED_AFTERWARDS,
          seconds,
          megabytes.get(0),
          megabytes.get(1),
          megabytes.get(2));
      assertThat(megabytes.get(2)).isLessThan(megabytes.get(0) * 3 / 2);

      assertThat(new SearchTimes(instance.api()).print()).isEmpty();
    }
  }

  private static long secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }
}
