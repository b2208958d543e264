package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is done to a case writes its row once. */
@IntegrationTest
class WritesOfACaseTest {

  private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;
  private String id = "";
  private String v1 = "";
  private String v2 = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    id = api.post("/api/v2/cases", "{\"tags\":[\"db\"]}").is(201).text("/case_id");
    v1 = "/api/v1/cases/" + id;
    v2 = "/api/v2/cases/" + id;
  }

  @Test
  void isOnceWhenItIsOpened() {
    assertThat(run(it -> it.post("/api/v2/cases", "{\"title\":\"a\"}").is(201)))
        .containsExactly("insert into cases.cases", "insert into cases.search_documents");
    assertThat(
            run(
                it ->
                    it.post(
                            "/api/v2/cases",
                            """
                            {"title":"a","tags":["db","prod"],"initial_message":"help"}
                            """)
                        .is(201)))
        .containsExactlyInAnyOrder(
            "insert into cases.cases",
            "insert into cases.search_documents",
            "insert into tags.case_tags",
            "insert into messages.messages",
            "insert into cases.search_documents");
  }

  @Test
  void isOnceForAMessageInTheStatementThatLocksTheCase() {
    assertThat(run(it -> it.post(v2 + "/messages", "{\"content\":\"x\"}").is(201)))
        .containsExactly(
            "update cases.cases",
            "insert into messages.messages",
            "insert into cases.search_documents");
  }

  @Test
  void isOnceForAnEdit() {
    assertThat(run(it -> it.patch(v2, "{\"severity\":\"high\",\"metadata\":{\"a\":1}}").is(200)))
        .containsExactly("select cases.cases", "update cases.cases");
    assertThat(run(it -> it.patch(v2, "{\"title\":\"other\"}").is(200)))
        .containsExactly(
            "select cases.cases", "update cases.cases", "insert into cases.search_documents");
  }

  @Test
  void isNoneForAnEditThatChangesNothing() {
    assertThat(run(it -> it.patch(v2, "{\"severity\":\"medium\"}").is(200)))
        .containsExactly("select cases.cases");
    assertThat(run(it -> it.post(v2 + "/tags", "{\"tags\":[\"db\"]}").is(200)))
        .containsExactly("select cases.cases", "select tags.case_tags");
  }

  @Test
  void isOnceForAMove() {
    assertThat(run(it -> it.post(v2 + "/status-changes", "{\"status\":\"closed\"}").is(201)))
        .containsExactly(
            "select cases.cases",
            "update cases.cases",
            "insert into cases.status_changes",
            "update reports.dossiers");
  }

  @Test
  void isOnceForOtherTags() {
    assertThat(run(it -> it.put(v2 + "/tags", "{\"tags\":[\"db\",\"prod\"]}").is(200)))
        .containsExactly(
            "select cases.cases",
            "select tags.case_tags",
            "insert into tags.case_tags",
            "update cases.cases",
            "insert into cases.search_documents");
  }

  @Test
  void isOnceForAllThatV1PutsAtOnce() {
    assertThat(
            run(
                it ->
                    it.put(
                            v1,
                            """
                            {"title":"b","description":"c","severity":"low","metadata":{"b":1e2},
                             "status":"closed","tags":["prod","prod",""]}
                            """)
                        .is(200)))
        .containsExactlyInAnyOrder(
            "select cases.cases",
            "select tags.case_tags",
            "delete from tags.case_tags",
            "insert into tags.case_tags",
            "update cases.cases",
            "insert into cases.status_changes",
            "update reports.dossiers",
            "insert into cases.search_documents");
    assertThat(
            JDBC.sql(
                    """
                    select event_type || ' ' || aggregate_version from events.event_log
                    where aggregate_id = ? order by seq
                    """)
                .param(id)
                .query(String.class)
                .list())
        .containsExactly(
            "case.created 1",
            "case.updated 2",
            "case.status_changed 3",
            "case.closed 4",
            "case.tags_changed 5");
    assertThat(api.get(v1).at("/tags").toString()).isEqualTo("[\"prod\",\"prod\",\"\"]");
    assertThat(api.get(v1).at("/metadata").toString()).isEqualTo("{\"b\":100}");
    assertThat(api.get(v2).at("/tags").toString()).isEqualTo("[\"prod\"]");
    assertThat(api.get(v2).at("/version").asInt()).isEqualTo(2);
  }

  @Test
  void isOnceWhenV1ChangesNothingWhichItCallsAChange() {
    assertThat(run(it -> it.put(v1, "{}").is(200)))
        .containsExactly("select cases.cases", "update cases.cases");
  }

  /** What each statement of the request does to which table, but for those about events. */
  private List<String> run(Consumer<Api> request) {
    String correlationId = UUID.randomUUID().toString();
    request.accept(api.with("X-Correlation-ID", correlationId));
    return sql.statementsOf(correlationId).stream()
        .filter(statement -> !statement.contains(" events."))
        .map(statement -> statement.replaceAll("\\s+", " "))
        .map(
            statement ->
                statement.startsWith("select ")
                    ? statement.replaceFirst("^select .*? from ([a-z_.]+).*", "select $1")
                    : statement.replaceFirst("^((?:[a-z]+ )+[a-z_]+\\.[a-z_]+).*", "$1"))
        .toList();
  }
}
