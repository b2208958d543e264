package com.faultmaven.cases;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A user's data goes, and nobody else's. */
@IntegrationTest
@Import(UserDataTest.Ends.class)
class UserDataTest {

  private static final int CASES = 250;

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private final String run = UUID.randomUUID().toString();
  private final String leaver = "leaver-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private Ends ends;
  private Api admin;
  private Api user;
  private Api stayer;

  @BeforeEach
  void connect() {
    admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");
    user = Api.on(port).as(leaver);
    stayer = Api.on(port).asSomebody();
  }

  @Test
  void goesCaseByCaseWithAllThatHangsOnIt() {
    String full = openFull(user);
    for (int i = 1; i < CASES; i++) {
      user.post("/api/v2/cases", "{\"tags\":[\"prod\"]}").is(201);
    }

    Answer accepted =
        admin.with("X-Correlation-ID", "the-end-of-" + run).delete(dataOf(leaver)).is(202);

    assertThat(accepted.text("/user_id")).isEqualTo(leaver);
    assertThat(accepted.at("/case_count").asInt()).isEqualTo(CASES);
    await().atMost(60, SECONDS).until(() -> left(leaver) == 0);
    user.get(full).is(404, "CASE_NOT_FOUND");
    List<CaseDeletedV1> published = ends.of(leaver);
    assertThat(published)
        .hasSize(CASES)
        .extracting(CaseDeletedV1::aggregateId)
        .doesNotHaveDuplicates();
    assertThat(published)
        .extracting(CaseDeletedV1::correlationId)
        .containsOnly("the-end-of-" + run);
    CaseDeletedV1 last =
        published.stream()
            .filter(end -> full.endsWith(end.aggregateId()))
            .findFirst()
            .orElseThrow();
    assertThat(last.aggregateVersion()).isEqualTo(3);
    assertThat(user.get("/api/v2/tags").at("/total").asInt()).isZero();
  }

  @Test
  void includesTheUsersPartInOtherPeoplesCasesAndNothingElseOfThem() {
    String shared = openFull(stayer);
    stayer.put(shared + "/participants/" + leaver, "{\"role\":\"viewer\"}").is(201);
    stayer.put(shared + "/participants/third", "{\"role\":\"viewer\"}").is(201);
    user.get(shared).is(200);

    assertThat(admin.delete(dataOf(leaver)).is(202).at("/case_count").asInt()).isZero();

    await().atMost(20, SECONDS).until(() -> left(leaver) == 0);
    user.get(shared).is(404, "CASE_NOT_FOUND");
    Answer kept = stayer.get(shared).is(200);
    assertThat(kept.at("/tags").size()).isOne();
    assertThat(stayer.get(shared + "/messages").at("/total").asInt()).isOne();
    assertThat(
            stayer.get(shared + "/participants").at("/participants").findValuesAsString("user_id"))
        .contains("third")
        .doesNotContain(leaver);
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(auditOf(shared))
                    .containsExactly(
                        "granted reader",
                        "granted deleted-user",
                        "granted third",
                        "revoked deleted-user"));
  }

  @Test
  void mayBeDeletedAgainAndWithoutAnyLeft() {
    user.post("/api/v2/cases", "{}").is(201);

    admin.delete(dataOf(leaver)).is(202);
    admin.delete(dataOf(leaver)).is(202);
    await().atMost(20, SECONDS).until(() -> left(leaver) == 0);
    assertThat(admin.delete(dataOf(leaver)).is(202).at("/case_count").asInt()).isZero();
    await().atMost(20, SECONDS).until(() -> left(leaver) == 0);

    assertThat(ends.of(leaver)).hasSize(1);
  }

  @Test
  void goesWhileTheCasesAreBeingWrittenTo() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      paths.add(user.post("/api/v2/cases", "{}").is(201).header("Location"));
    }

    List<Answer> answers =
        Together.run(
            60,
            n ->
                switch (n % 6) {
                  case 0 -> user.post("/api/v2/cases", "{}");
                  case 1 -> admin.delete(dataOf(leaver));
                  case 2 -> user.delete(paths.get(n % 20));
                  default ->
                      user.patch(paths.get((n * 7) % 20), "{\"title\":\"change " + n + "\"}");
                });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
    await().atMost(60, SECONDS).until(() -> undelivered(leaver) == 0);
    admin.delete(dataOf(leaver)).is(202);
    await().atMost(60, SECONDS).until(() -> left(leaver) == 0);
    assertThat(ends.of(leaver)).extracting(CaseDeletedV1::aggregateId).doesNotHaveDuplicates();
  }

  @Test
  void isDeletedByAdministratorsOnly() {
    user.delete(dataOf(leaver)).is(403, "PERMISSION_DENIED");
    user.with("X-User-Roles", "service").delete(dataOf(leaver)).is(403, "PERMISSION_DENIED");
    Api.on(port).delete(dataOf(leaver)).is(401, "AUTHENTICATION_REQUIRED");
  }

  @Test
  void belongsToSomebodyWhoCanExist() {
    for (String nobody : List.of("x".repeat(256), "a%20b", "%00", "%C3%A4", "a%0Ab")) {
      assertThat(admin.delete(dataOf(nobody)).status()).as(nobody).isEqualTo(400);
    }
    Answer refused = admin.delete(dataOf("a%20b")).is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).containsExactly("user_id:invalid_format");
    admin.delete(dataOf("x".repeat(255))).is(202);
    admin.delete(dataOf("name+tag@example.org")).is(202);
  }

  private static String openFull(Api owner) {
    String path =
        owner
            .post("/api/v2/cases", "{\"tags\":[\"prod\"],\"initial_message\":\"down\"}")
            .is(201)
            .header("Location");
    owner.put(path + "/participants/reader", "{\"role\":\"viewer\"}").is(201);
    return path;
  }

  private static String dataOf(String user) {
    return "/api/v2/admin/users/" + user + "/data";
  }

  private int left(String user) {
    return jdbc.sql(
            """
            select (select count(*) from cases.cases where owner_id = :user)
              + (select count(*) from cases.case_deletions where owner_id = :user)
              + (select count(*) from cases.participants where user_id = :user)
              + (select count(*) from tags.case_tags where owner_id = :user)
              + (select count(*) from messages.messages where author_id = :user)
              + (select count(*) from events.event_publication
                 where serialized_event like '%' || :user || '%')
            """)
        .param("user", user)
        .query(Integer.class)
        .single();
  }

  private int undelivered(String user) {
    return jdbc.sql("select count(*) from events.event_publication where serialized_event like ?")
        .param("%" + user + "%")
        .query(Integer.class)
        .single();
  }

  private List<String> auditOf(String path) {
    return jdbc.sql(
            """
            select action || ' ' || user_id from cases.participant_audit
            where case_id = ? order by entry
            """)
        .param(path.substring("/api/v2/cases/".length()))
        .query(String.class)
        .list();
  }

  /** Records the deletion of each case as it is published. */
  @Component
  static class Ends {

    private final List<CaseDeletedV1> events = new CopyOnWriteArrayList<>();

    List<CaseDeletedV1> of(String user) {
      return events.stream().filter(end -> end.payload().userId().equals(user)).toList();
    }

    @EventListener
    void on(CaseDeletedV1 event) {
      events.add(event);
    }
  }
}
