package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However long a conversation is, each of its operations reads as little as in a short one. */
@ModuleTest
class LongConversationTest {

  private static final int LENGTH = 20_000;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-14T09:26:53Z");

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;
  private String caseId = "";
  private String messages = "";

  @BeforeEach
  void talkForLong() {
    api = Api.on(port).asSomebody();
    Answer opened = api.post("/api/v2/cases", "{}").is(201);
    caseId = opened.text("/case_id");
    messages = opened.header("Location") + "/messages";
    jdbc.sql(
            """
            insert into messages.messages
            select 'msg_' || left(md5(:caseId || turn), 16), :caseId, turn, 'user', 'x', 'ada', '{}', now()
            from generate_series(1, :length) turn
            """)
        .param("caseId", caseId)
        .param("length", LENGTH)
        .update();
    jdbc.sql("analyze messages.messages").update();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000, 19_500})
  void readsAPageAsARangeOfTheIndexHoweverDeep(int offset) {
    String page = statement("order by turn_number", "?limit=100&offset=" + offset);

    assertThat(plan("analyze, timing off, summary off", page, caseId, offset, 101))
        .contains("Index Scan using messages_by_turn")
        .containsPattern("Index Cond: \\(\\(case_id = .*\\) AND \\(turn_number > " + offset + "\\)")
        .containsPattern("Index Scan .*actual rows=101")
        .doesNotContain("Seq Scan", "Sort", "Rows Removed by Filter");
  }

  @Test
  void readsTheTotalFromTheEndOfTheIndex() {
    String length = statement("max(turn_number)", "");

    assertThat(plan("analyze, timing off, summary off", length, caseId))
        .containsPattern("Index Only Scan Backward using messages_by_turn .*actual rows=1\\b")
        .doesNotContain("Seq Scan", "Sort", "Filter");
  }

  @Test
  void findsTheNextTurnAtTheEndOfTheIndex() {
    String request = UUID.randomUUID().toString();
    Answer added =
        api.with("X-Correlation-ID", request).post(messages, "{\"content\":\"x\"}").is(201);
    String append = statementOf(request, "insert into messages.messages");

    assertThat(added.at("/turn_number").asInt()).isEqualTo(LENGTH + 1);
    assertThat(plan("costs off", append, "msg_0", caseId, "user", "x", "ada", "{}", NOW, caseId))
        .contains("Index Only Scan Backward using messages_by_turn")
        .doesNotContain("Seq Scan", "Sort");
  }

  @Test
  void isReadToItsEnd() {
    Answer last = api.get(messages + "?limit=100&offset=" + (LENGTH - 1)).is(200);

    assertThat(last.at("/total").asInt()).isEqualTo(LENGTH);
    assertThat(last.at("/messages").size()).isOne();
    assertThat(last.at("/messages/0/turn_number").asInt()).isEqualTo(LENGTH);
  }

  private String statement(String part, String query) {
    String request = UUID.randomUUID().toString();
    api.with("X-Correlation-ID", request).get(messages + query).is(200);
    return statementOf(request, part);
  }

  private String statementOf(String request, String part) {
    return sql.statementsOf(request).stream()
        .filter(statement -> statement.contains(part))
        .findFirst()
        .orElseThrow();
  }

  private String plan(String options, String statement, Object... parameters) {
    return String.join(
        "\n",
        jdbc.sql("explain (" + options + ") " + statement)
            .params(parameters)
            .query(String.class)
            .list());
  }
}
