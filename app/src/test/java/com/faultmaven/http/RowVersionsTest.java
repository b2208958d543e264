package com.faultmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** How many row versions a request leaves in each table, as PostgreSQL counts them. */
@IntegrationTest
class RowVersionsTest {

  /** Of the transactions of this connection that have not been added to what everybody sees. */
  private static final String WRITTEN =
      """
      select regexp_replace(relname, '_\\d+$', ''), n_tup_ins + n_tup_upd + n_tup_del
      from pg_stat_xact_user_tables
      """;

  private final Api api;
  private final Map<String, Map<String, Long>> byRequest = new ConcurrentHashMap<>();
  @Autowired private ConfigurableTransactionManager transactions;
  @Autowired private EntityManager entities;
  @Autowired private JdbcClient database;

  private final TransactionExecutionListener counter =
      new TransactionExecutionListener() {
        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
          if (failure == null) {
            count(-1);
          }
        }

        @Override
        public void beforeCommit(TransactionExecution transaction) {
          entities.flush();
          count(1);
        }
      };

  RowVersionsTest(@LocalServerPort int port) {
    this.api = Api.on(port).asSomebody();
  }

  /** In lists of their own, because others begin transactions meanwhile. */
  @BeforeEach
  void listen() {
    Stream<TransactionExecutionListener> those =
        transactions.getTransactionExecutionListeners().stream();
    transactions.setTransactionExecutionListeners(
        Stream.concat(those, Stream.of(counter)).toList());
  }

  @AfterEach
  void listenNoMore() {
    transactions.setTransactionExecutionListeners(
        transactions.getTransactionExecutionListeners().stream()
            .filter(listener -> listener != counter)
            .toList());
  }

  @Test
  void areAsFewAsTheyCanBe() {
    String open = "cases case_count_changes search_documents event_log event_publication";
    String id = api.post("/api/v2/cases", "{}").is(201).text("/case_id");
    String one = "/api/v2/cases/" + id;
    String ofV1 = "/api/v1/cases/" + id;

    assertWritten(open, api -> api.post("/api/v2/cases", "{}"));
    assertWritten(open, api -> api.post("/api/v1/cases", "{}"));
    assertWritten(
        open + " search_documents messages event_log",
        api -> api.post("/api/v2/cases", "{\"initial_message\":\"a\"}"));
    assertWritten(
        "cases search_documents messages event_log",
        api -> api.post(one + "/messages", "{\"content\":\"a\"}"));
    assertWritten("cases search_documents event_log", api -> api.patch(one, "{\"title\":\"a\"}"));
    assertWritten(
        "cases case_count_changes case_count_changes status_changes event_log",
        api -> api.post(one + "/status-changes", "{\"status\":\"investigating\"}"));
    assertWritten(
        "cases case_count_changes case_count_changes search_documents case_tags event_log event_log",
        api -> api.put(ofV1, "{\"title\":\"b\",\"severity\":\"high\",\"tags\":[\"a\"]}"));
  }

  /**
   * @param tables a name for each row version
   */
  private void assertWritten(String tables, Function<Api, Answer> request) {
    String id = UUID.randomUUID().toString();
    Answer answer = request.apply(api.with("X-Correlation-ID", id));

    assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
    List<String> written = new ArrayList<>();
    byRequest
        .getOrDefault(id, Map.of())
        .forEach((table, many) -> written.addAll(Collections.nCopies(many.intValue(), table)));
    assertThat(written).as("%s", answer).containsExactlyInAnyOrder(tables.split(" "));
  }

  private void count(long sign) {
    String request = MDC.get("correlation_id");
    // what a listener does with an event is no part of the request
    if (request != null && MDC.get("listener") == null) {
      Map<String, Long> versions = byRequest.computeIfAbsent(request, id -> new TreeMap<>());
      database
          .sql(WRITTEN)
          .query(
              (RowCallbackHandler)
                  row -> versions.merge(row.getString(1), sign * row.getLong(2), Long::sum));
    }
  }
}
