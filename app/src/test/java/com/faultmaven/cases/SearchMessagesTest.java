package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SearchMessagesTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void isSomebody() {
    api = Api.on(port).asSomebody();
  }

  @Test
  void findsACaseByAMessageAndSaysWhichAndWhere() {
    String found = open("{\"title\":\"Checkout\",\"initial_message\":\"it is slow\"}");
    say(found, "java.net.SocketTimeoutException: Read timed out\\n\\tat java.net.Socket.read");
    open("{\"title\":\"Another\"}");

    Answer page = search("sockettimeout*", "&highlight=true");

    assertThat(ids(page)).isEqualTo(found);
    assertThat(page.at("/matches/0/case_id").asString()).isEqualTo(found);
    assertThat(page.at("/matches/0/field").asString()).isEqualTo("message");
    assertThat(page.at("/matches/0/turn_number").asInt()).isEqualTo(2);
    assertThat(page.at("/matches/0/highlight/fragment").asString())
        .startsWith("java.net.SocketTimeoutException: Read timed out");
    assertThat(page.at("/matches/0/highlight/ranges").toString())
        .isEqualTo("[{\"start\":9,\"end\":31}]");
  }

  @Test
  void looksWhereItIsAskedTo() {
    String inTitle = open("{\"title\":\"Timeout\"}");
    String inMessage = open("{\"title\":\"Slow\",\"initial_message\":\"a timeout\"}");

    assertThat(ids(search("timeout", "&sort=created_at"))).isEqualTo(inTitle + inMessage);
    assertThat(ids(search("timeout", "&in=case"))).isEqualTo(inTitle);
    assertThat(ids(search("timeout", "&in=messages"))).isEqualTo(inMessage);
    assertThat(api.get("/api/v2/cases/facets?q=timeout&in=messages").at("/total").asInt()).isOne();
    api.get("/api/v2/cases?q=timeout&in=everywhere").is(400, "INVALID_PARAMETER");
  }

  @Test
  void saysWhatMatchedOnlyWhereWordsAreSearched() {
    open("{\"title\":\"Disk\",\"tags\":[\"ops\"],\"description\":\"disk is full\"}");

    assertThat(api.get("/api/v2/cases").at("/matches").isMissingNode()).isTrue();
    assertThat(search("tag:ops", "").at("/matches").isMissingNode()).isTrue();
    Answer page = search("disk full", "");
    assertThat(page.at("/matches/0/field").asString()).isEqualTo("description");
    assertThat(page.at("/matches/0/highlight").isMissingNode()).isTrue();
    assertThat(page.at("/matches/0/turn_number").isMissingNode()).isTrue();
  }

  @Test
  void requiresTheWordsInOneTextAndExcludesThemInAny() {
    String both = open("{\"title\":\"alpha beta\",\"initial_message\":\"gamma\"}");
    String apart = open("{\"title\":\"alpha\",\"initial_message\":\"beta\"}");

    assertThat(ids(search("alpha beta", ""))).isEqualTo(both);
    assertThat(ids(search("alpha -gamma", ""))).isEqualTo(apart);
    assertThat(ids(search("-gamma", ""))).isEqualTo(apart);
  }

  @Test
  void keepsToWhatTheCallerMaySee() {
    String shared = open("{\"initial_message\":\"a secret word\"}");
    String friendId = "friend-" + UUID.randomUUID();
    Api friend = Api.on(port).as(friendId);

    assertThat(ids(search(friend, "secret", ""))).isEmpty();
    api.put("/api/v2/cases/" + shared + "/participants/" + friendId, "{\"role\":\"viewer\"}")
        .is(201);
    assertThat(ids(search(friend, "secret", "&highlight=true"))).isEqualTo(shared);
    assertThat(ids(search(friend, "-nothing", ""))).isEqualTo(shared);
    assertThat(ids(search(friend, "-secret", ""))).isEmpty();
    api.delete("/api/v2/cases/" + shared + "/participants/" + friendId).is(204);
    assertThat(ids(search(friend, "secret", ""))).isEmpty();
  }

  @Test
  void followsEveryChangeOfTheText() {
    String id = open("{\"title\":\"before\",\"tags\":[\"old\"]}");

    api.patch("/api/v2/cases/" + id, "{\"title\":\"after\",\"description\":\"described\"}").is(200);
    api.put("/api/v2/cases/" + id + "/tags", "{\"tags\":[\"new\"]}").is(200);
    assertThat(ids(search("before", "")) + ids(search("old", ""))).isEmpty();
    assertThat(ids(search("after described new", ""))).isEqualTo(id);
    api.put("/api/v1/cases/" + id, "{\"title\":\"first\",\"tags\":[\"v1\"]}").is(200);
    assertThat(ids(search("after", ""))).isEmpty();
    assertThat(ids(search("first described v1", ""))).isEqualTo(id);
    api.post("/api/v2/tags/v1/rename", "{\"new_tag\":\"renamed\"}").is(200);
    assertThat(ids(search("first renamed", ""))).isEqualTo(id);
    api.delete("/api/v2/cases/" + id).is(204);
    assertThat(ids(search("renamed", ""))).isEmpty();
  }

  @Test
  void ordersByFieldThenWholenessThenNearnessThenAge() {
    String message = open("{\"title\":\"1\",\"initial_message\":\"gateway timeout\"}");
    String description = open("{\"title\":\"2\",\"description\":\"gateway timeout\"}");
    String part = open("{\"title\":\"3\",\"description\":\"GatewayTimeoutException\"}");
    String far =
        open("{\"title\":\"4\",\"description\":\"gateway %s timeout\"}".formatted("x ".repeat(90)));
    String tags = open("{\"title\":\"5\",\"tags\":[\"gateway timeout\"]}");
    String title = open("{\"title\":\"gateway timeout\"}");
    String later = open("{\"title\":\"7\",\"description\":\"gateway timeout\"}");

    String order = ids(search("gateway timeout ", "&sort=relevance"));

    assertThat(order).startsWith(title + tags + later + description);
    assertThat(order.indexOf(part)).isGreaterThan(order.indexOf(description));
    assertThat(order.indexOf(far)).isGreaterThan(order.indexOf(description));
    assertThat(order.indexOf(message)).isGreaterThan(order.indexOf(description));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---------------------------------",
        "|||",
        "((",
        "\"",
        ":*",
        "a & ! b",
        "the of and",
        "' \\ '' \\\\' :* <-> !",
        "tag:\"",
        "or or or",
        "-\"",
        "*"
      })
  void refusesNothingThatIsTyped(String typed) {
    search(typed, "");
    search(typed, "&sort=relevance&highlight=true");
    search(typed.repeat(500 / typed.length()), "&sort=relevance");
    search("🔥".repeat(250), "&sort=relevance");
    api.get("/api/v2/cases/facets?q=" + encoded(typed)).is(200);
  }

  @Test
  void takesTextThatExplodesIntoWords() {
    String id = open("{\"description\":\"%s\"}".formatted("a_b_".repeat(2_500)));
    say(id, "x_1.y-2 ".repeat(6_200));
    say(id, "\ufdfa".repeat(20_000));

    assertThat(ids(search("b_a", ""))).isEqualTo(id);
    assertThat(ids(search("x_1.y-2", "&sort=relevance&highlight=true"))).isEqualTo(id);
    assertThat(ids(search("\ufdfa".repeat(100), "&highlight=true"))).isEqualTo(id);
  }

  /** An exclusive lock lets others read, and neither write nor lock a row. */
  @Test
  void locksNothing() throws SQLException {
    String id = open("{\"title\":\"Checkout\",\"initial_message\":\"it times out\"}");

    try (Connection writer = TestDatabase.dataSource().getConnection();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      for (String table : tablesOf("cases", "messages", "tags")) {
        statement.execute("lock table " + table + " in exclusive mode");
      }

      assertThat(ids(search("times out", "&sort=relevance&highlight=true"))).isEqualTo(id);
      assertThat(ids(search("-login", "&in=case"))).isEqualTo(id);
      assertThat(api.get("/api/v2/cases/facets?q=times").at("/total").asInt()).isOne();
      writer.rollback();
    }
  }

  private static List<String> tablesOf(String... schemas) {
    return JdbcClient.create(TestDatabase.dataSource())
        .sql("select schemaname || '.' || tablename from pg_tables where schemaname = any(?)")
        .param(schemas)
        .query(String.class)
        .list();
  }

  private String open(String details) {
    return api.post("/api/v2/cases", details).is(201).text("/case_id");
  }

  private void say(String id, String content) {
    api.post(
            "/api/v2/cases/" + id + "/messages",
            "{\"role\":\"user\",\"content\":\"%s\"}".formatted(content))
        .is(201);
  }

  private Answer search(String typed, String more) {
    return search(api, typed, more);
  }

  private static Answer search(Api api, String typed, String more) {
    return api.get("/api/v2/cases?q=" + encoded(typed) + more).is(200);
  }

  private static String encoded(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }

  private static String ids(Answer page) {
    return String.join("", page.at("/cases").findValuesAsString("case_id"));
  }
}
