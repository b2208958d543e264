package com.faultmaven.cases.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.counts.CaseCounts.Of;
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
  @Autowired private CountsOfUser ofUser;

  private final String owner = "owner-" + UUID.randomUUID();
  private final String guest = "guest-" + UUID.randomUUID();

  @Test
  void areExactForEachFilterWhateverWasDone() {
    Api api = Api.on(port).as(owner);
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(20_261_126);
    IntStream.range(0, 40).forEach(n -> doSomething(api, random));
    assertTotals();

    fold();
    assertThat(changes()).isZero();
    assertTotals();

    IntStream.range(0, 20).forEach(n -> doSomething(api, random));
    assertTotals();
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
    assertTotals();
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
  void ofSharedCasesAreReadWithoutTheCases() {
    Api api = Api.on(port).as(guest);
    share(open());
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=shared&status=consulting")
        .is(200);

    assertThat(sql.statementsOf(request).getLast())
        .contains("cases.counted_shared_cases")
        .doesNotContain("cases.cases");
  }

  @Test
  void keepNobodyWhoHasNoCases() {
    String path = open();
    share(path);
    fold();
    assertThat(rows()).isEqualTo(2);
    Api.on(port).as(owner).delete(path).is(204);

    for (String user : List.of(owner, guest)) {
      while (erase(user) == Erasure.SOME) {
        assertThat(rowsOf(Of.OWNED, "_changes", owner)).isZero();
      }
    }

    assertThat(rows() + changes()).isZero();
  }

  @Test
  void keepNobodyWhomNothingIsSharedWithAnyMore() {
    share(open());
    fold();
    jdbc.sql("delete from cases.participants where user_id = ?").param(guest).update();

    while (erase(guest) == Erasure.SOME) {
      assertThat(rowsOf(Of.SHARED, "_changes", guest)).isZero();
    }

    assertThat(rowsOf(Of.SHARED, "s", guest)).isZero();
  }

  @Test
  void areNotTouchedByAMessageOrATitle() {
    Api api = Api.on(port).as(owner);
    String path = open();
    share(path);
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
    switch (ids.isEmpty() ? 0 : random.nextInt(11)) {
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
      case 7, 8 -> api.put(path + "/participants/" + guest, "{\"role\": \"viewer\"}");
      case 9 -> api.delete(path + "/participants/" + guest);
      default -> api.delete(path);
    }
  }

  private static String severity(RandomGenerator random) {
    return random.nextBoolean() ? "low" : "critical";
  }

  private void assertTotals() {
    assertTotals(Api.on(port).as(owner));
    assertTotals(Api.on(port).as(guest));
  }

  private static void assertTotals(Api api) {
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
                  select abs((select count(*) from cases.cases where owner_id = :owner)
                      - (select coalesce(sum(cases), 0) from cases.counted_cases where owner_id = :owner))
                    + abs((select count(*) from cases.participants where user_id = :guest)
                      - (select coalesce(sum(cases), 0) from cases.counted_shared_cases
                        where user_id = :guest))
                  """)
              .param("owner", owner)
              .param("guest", guest)
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
      transaction.executeWithoutResult(_ -> counts.fold(Of.OWNED, new UserId(owner), 3));
      transaction.executeWithoutResult(_ -> counts.fold(Of.SHARED, 2));
      times++;
    } while (!written.get());
    return times;
  }

  private void fold() {
    fold(Of.OWNED, owner);
    fold(Of.SHARED, guest);
  }

  private void fold(Of which, String user) {
    Stream.generate(() -> transaction.execute(_ -> counts.fold(which, new UserId(user), 7)))
        .takeWhile(folded -> folded > 0)
        .forEach(folded -> assertThat(folded).isPositive());
  }

  private Erasure erase(String user) {
    Erasure erasure = transaction.execute(_ -> ofUser.eraseSome(new UserId(user), 100));
    return erasure == null ? Erasure.NOTHING_LEFT : erasure;
  }

  private String open() {
    Api api = Api.on(port).as(owner);
    return "/api/v2/cases/" + api.post("/api/v2/cases", "{}").is(201).text("/case_id");
  }

  private void share(String path) {
    String role = "{\"role\": \"viewer\"}";
    Api.on(port).as(owner).put(path + "/participants/" + guest, role).is(201);
  }

  private long changes() {
    return rowsOf(Of.OWNED, "_changes", owner) + rowsOf(Of.SHARED, "_changes", guest);
  }

  private long rows() {
    return rowsOf(Of.OWNED, "s", owner) + rowsOf(Of.SHARED, "s", guest);
  }

  private long rowsOf(Of which, String table, String user) {
    return jdbc.sql(
            which == Of.OWNED
                ? "select count(*) from cases.case_count" + table + " where owner_id = ?"
                : "select count(*) from cases.shared_case_count" + table + " where user_id = ?")
        .param(user)
        .query(Long.class)
        .single();
  }
}
