package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Together;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What opening a case costs those who open others at the same time. */
@IntegrationTest
class OpeningManyCasesTest {

  private static final String CASES = "/api/v2/cases";
  private static final String TODAY =
      DateTimeFormatter.ofPattern("MMdd", Locale.ROOT).format(LocalDate.now(ZoneOffset.UTC));

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  @Autowired private CaseCommands commands;
  @Autowired private TransactionTemplate transaction;
  private String user = "";
  private Api api;

  @BeforeEach
  void connect() {
    user = "opener-" + UUID.randomUUID();
    api = Api.on(port).as(user);
  }

  @Test
  @Timeout(20)
  void opensOneWhileAnotherOfTheSameUserIsNotCommitted() {
    transaction.executeWithoutResult(
        _ -> {
          assertThat(open(null).title()).isEqualTo("Case-" + TODAY + "-1");

          api.post(CASES, "{\"title\":\"named\"}").is(201);
          // one that is committed, and one that is not
          assertThat(api.post(CASES, "{}").is(201).text("/title"))
              .isEqualTo("Case-" + TODAY + "-2");
          assertThat(api.post(CASES, "{}").is(201).text("/title"))
              .isEqualTo("Case-" + TODAY + "-3");
        });

    assertThat(api.get(CASES).at("/total").asInt()).isEqualTo(4);
    assertThat(api.post(CASES, "{}").is(201).text("/title")).isEqualTo("Case-" + TODAY + "-5");
  }

  @Test
  void givesEightCasesOpenedAtOnceEightTitles() {
    for (int round = 0; round < 10; round++) {
      List<Answer> opened = Together.run(8, n -> api.post("/api/v1/cases", "{}"));

      assertThat(opened).allSatisfy(answer -> answer.is(201));
      assertThat(opened.stream().map(answer -> answer.text("/title"))).doesNotHaveDuplicates();
    }
  }

  @Test
  void doesNotGiveTheTitleOfACaseThatIsThereAgain() {
    String first = api.post(CASES, "{}").is(201).header("Location");
    api.post(CASES, "{\"title\":\"Case-" + TODAY + "-3\"}").is(201);
    api.delete(first).is(204);

    // one case is left, so that 2 is the next number, and then 3 is taken
    assertThat(api.post(CASES, "{}").is(201).text("/title")).isEqualTo("Case-" + TODAY + "-2");
    assertThat(api.post(CASES, "{}").is(201).text("/title")).isEqualTo("Case-" + TODAY + "-4");
  }

  @Test
  void costsTwoStatementsBesideItsEventAndOneMoreForATitle() {
    assertThat(statements(api, "{\"title\":\"named\"}"))
        .containsExactly("insert into cases.cases", "insert into cases.search_documents");
    assertThat(statements(api, "{}"))
        .containsExactly(
            "with today", "insert into cases.cases", "insert into cases.search_documents");
    assertThat(
            statements(
                api.with("Idempotency-Key", UUID.randomUUID().toString()), "{\"title\":\"named\"}"))
        .containsExactly(
            "select pg_try_advisory_xact_lock(?)",
            "select request, status, content_type, location, etag, body, kept",
            "insert into cases.cases",
            "insert into cases.search_documents",
            "insert into edge.idempotency_keys");
  }

  @Test
  void isAnsweredWithTheBytesThatAreStored() {
    Answer opened =
        api.post(
                CASES,
                """
                {"metadata": {"beta": 1e2, "a": [1.50, -0.0, 1E-2], "b": {"z": null, "é": 1, "aa": 2}}}
                """)
            .is(201);
    String path = opened.header("Location");
    Answer read = api.get(path).is(200);
    assertThat(read.header("ETag")).isEqualTo(opened.header("ETag"));
    assertThat(read.body()).isEqualTo(opened.body());

    String request = UUID.randomUUID().toString();
    Answer changed =
        api.with("X-Correlation-ID", request)
            .patch(path, "{\"metadata\":{\"gamma\":2e3,\"b\":{\"y\":1e1}}}")
            .is(200);
    Answer again = api.get(path).is(200);
    assertThat(again.header("ETag")).isEqualTo(changed.header("ETag"));
    assertThat(again.body()).isEqualTo(changed.body());
    assertThat(sql.statementsOf(request)).as("to lock, to change, and for the event").hasSize(3);
  }

  @Test
  void mayBeFollowedByDeletingTheCaseInTheSameTransaction() {
    Caller caller = caller();
    CaseView opened =
        transaction.execute(
            _ -> {
              CaseView one = commands.open(anyCase(null), caller);
              commands.delete(one.id(), IfMatch.of(null), caller);
              return one;
            });

    api.get(CASES + "/" + opened.id()).is(404, "CASE_NOT_FOUND");
  }

  /** The beginning of each statement that is not about events. */
  private List<String> statements(Api client, String body) {
    String request = UUID.randomUUID().toString();
    client.with("X-Correlation-ID", request).post(CASES, body).is(201);
    return sql.statementsOf(request).stream()
        .filter(statement -> !statement.contains(" events."))
        .map(statement -> statement.lines().findFirst().orElseThrow())
        .map(line -> line.replaceFirst(" \\(.*| as .*", ""))
        .toList();
  }

  private CaseView open(@Nullable Title title) {
    return commands.open(anyCase(title), caller());
  }

  private Caller caller() {
    return new Caller(new UserId(user), OrganizationId.DEFAULT, null, Set.of());
  }

  private static NewCase anyCase(@Nullable Title title) {
    return new NewCase(
        title,
        "",
        null,
        Severity.MEDIUM,
        Category.OTHER,
        Metadata.EMPTY,
        new TagNames(List.of()),
        null,
        null);
  }
}
