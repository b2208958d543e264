package com.faultmaven.cases.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Totals are read from counts, and are exact at each moment. */
@ModuleTest
class CaseCountsTest {

  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final int WRITERS = 6;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private SqlWatch sql;
  @Autowired private TransactionTemplate transaction;
  @Autowired private CaseCounts counts;
  @Autowired private CountsOfOwner ofOwner;

  private final String owner = "owner-" + UUID.randomUUID();

  @Test
  void areExactForEachFilterWhateverWasDone() {
    Api api = Api.on(port).as(owner);
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(20_261_126);
    IntStream.range(0, 40).forEach(n -> doSomething(api, random));
    assertTotals(api);

    fold();
    assertThat(changes()).isZero();
    assertTotals(api);

    IntStream.range(0, 20).forEach(n -> doSomething(api, random));
    assertTotals(api);
  }

  @Test
  void areExactWhileCasesAreWrittenAndCountsAreFolded() {
    AtomicBoolean written = new AtomicBoolean();
    List<Integer> looks =
        Together.run(
            WRITERS + 2,
            n -> {
              if (n == WRITERS) {
                return look(written);
              }
              if (n == WRITERS + 1) {
                return foldUntil(written);
              }
              RandomGenerator random = RandomGeneratorFactory.getDefault().create(n);
              IntStream.range(0, 30).forEach(_ -> doSomething(Api.on(port).as(owner), random));
              written.set(true);
              return 1;
            });

    assertThat(looks).allMatch(times -> times > 0);
    assertTotals(Api.on(port).as(owner));
  }

  @Test
  void areReadWithoutTheCases() {
    Api api = Api.on(port).as(owner);
    api.post("/api/v2/cases", "{}").is(201);
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=owned&status=consulting&severity=medium&category=other")
        .is(200);

    assertThat(sql.statementsOf(request).getLast())
        .contains("cases.counted_cases")
        .doesNotContain("cases.cases");
  }

  @Test
  void keepNobodyWhoHasNoCases() {
    Api api = Api.on(port).as(owner);
    String path = "/api/v2/cases/" + api.post("/api/v2/cases", "{}").is(201).text("/case_id");
    fold();
    assertThat(rows()).isOne();
    api.delete(path).is(204);

    while (erase() == Erasure.SOME) {
      assertThat(changes()).isZero();
    }

    assertThat(rows() + changes()).isZero();
  }

  @Test
  void areNotTouchedByAMessageOrATitle() {
    Api api = Api.on(port).as(owner);
    String path = "/api/v2/cases/" + api.post("/api/v2/cases", "{}").is(201).text("/case_id");
    fold();

    api.send("PATCH", path, MERGE_PATCH, "{\"title\": \"Other\"}").is(200);
    jdbc.sql("update cases.cases set message_count = message_count + 1 where owner_id = ?")
        .param(owner)
        .update();

    assertThat(changes()).isZero();
  }

  private void doSomething(Api api, RandomGenerator random) {
    List<String> ids =
        jdbc.sql("select case_id from cases.cases where owner_id = ?")
            .param(owner)
            .query(String.class)
            .list();
    String path = ids.isEmpty() ? "" : "/api/v2/cases/" + ids.get(random.nextInt(ids.size()));
    switch (ids.isEmpty() ? 0 : random.nextInt(8)) {
      case 0, 1, 2 ->
          api.post("/api/v2/cases", "{\"severity\": \"%s\"}".formatted(severity(random))).is(201);
      case 3 ->
          api.send(
              "PATCH",
              path,
              MERGE_PATCH,
              "{\"severity\": \"%s\", \"category\": \"error\"}".formatted(severity(random)));
      case 4 -> api.post(path + "/status-changes", "{\"status\": \"investigating\"}");
      case 5 -> api.put(path + "/archive");
      case 6 -> api.delete(path + "/archive");
      default -> api.delete(path);
    }
  }

  private static String severity(RandomGenerator random) {
    return random.nextBoolean() ? "low" : "critical";
  }

  private void assertTotals(Api api) {
    for (String archived : List.of("", "&include_archived=true")) {
      for (String filter :
          List.of(
              "",
              "&status=consulting",
              "&status=investigating&severity=critical",
              "&severity=low&severity=critical",
              "&category=error",
              "&category=other&severity=low&status=consulting")) {
        String query = "/api/v2/cases?limit=100" + archived + filter;
        assertThat(api.get(query).is(200).at("/total").asInt())
            .as(query)
            .isEqualTo(api.get(query).json().at("/cases").size());
      }
    }
  }

  /** In one statement, so both are seen at one moment. */
  private int look(AtomicBoolean written) {
    int looks = 0;
    do {
      long difference =
          jdbc.sql(
                  """
                  select (select count(*) from cases.cases where owner_id = :owner)
                    - (select coalesce(sum(cases), 0) from cases.counted_cases where owner_id = :owner)
                  """)
              .param("owner", owner)
              .query(Long.class)
              .single();
      assertThat(difference).isZero();
      looks++;
    } while (!written.get());
    return looks;
  }

  private int foldUntil(AtomicBoolean written) {
    int times = 0;
    do {
      transaction.executeWithoutResult(_ -> counts.fold(new UserId(owner), 3));
      transaction.executeWithoutResult(_ -> counts.fold(2));
      times++;
    } while (!written.get());
    return times;
  }

  private void fold() {
    Stream.generate(() -> transaction.execute(_ -> counts.fold(new UserId(owner), 7)))
        .takeWhile(folded -> folded > 0)
        .forEach(folded -> assertThat(folded).isPositive());
  }

  private Erasure erase() {
    Erasure erasure = transaction.execute(_ -> ofOwner.eraseSome(new UserId(owner), 100));
    return erasure == null ? Erasure.NOTHING_LEFT : erasure;
  }

  private long changes() {
    return rowsOf("cases.case_count_changes");
  }

  private long rows() {
    return rowsOf("cases.case_counts");
  }

  private long rowsOf(String table) {
    return jdbc.sql("select count(*) from " + table + " where owner_id = ?")
        .param(owner)
        .query(Long.class)
        .single();
  }
}
