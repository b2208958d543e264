package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The status of a case in what reports say of it. */
@EventsTest
class FollowedCasesTest {

  private static final String LISTENER = "reports.follow-case";

  @LocalServerPort private int port;
  @Autowired private Stored stored;
  @Autowired private SqlWatch sql;
  @Autowired private JdbcClient jdbc;
  private Api ada;
  private String caseId = "";

  @BeforeEach
  void openACaseFromAReport() {
    ada = Api.on(port).asSomebody();
    String report =
        ada.post(
                "/api/v1/reports",
                """
                {"location": {"type": "Point", "coordinates": [8.3, 47.05]},
                 "analyses": [{"title": "Loose tiles", "severity": 0.6}]}
                """)
            .is(201)
            .text("/report_id");
    caseId =
        ada.post(
                "/api/v1/reports/cases",
                "{\"title\": \"Roof\", \"report_ids\": [\"%s\"]}".formatted(report))
            .is(201)
            .text("/case_id");
  }

  @Test
  void isThatOfTheCaseAtOnceAndNothingIsLeftToAListener() {
    String request = UUID.randomUUID().toString();
    move(request, "investigating");

    assertThat(status()).isEqualTo("investigating");
    assertThat(sql.statementsOf(request))
        .isNotEmpty()
        .noneMatch(statement -> statement.contains("event_publication"));
  }

  @Test
  void isLeftToAListenerAsWellWhereThereIsNothingToDecideAnyMore() {
    String request = UUID.randomUUID().toString();
    move(request, "closed");

    assertThat(status()).isEqualTo("closed");
    await().atMost(20, SECONDS).until(() -> stored.mentioning(caseId) == 0);
    assertThat(sql.statementsOf(request))
        .anyMatch(statement -> statement.contains("event_publication"));
  }

  @Test
  void isThatOfAnInstanceThatLeftItToTheListener() {
    stored.failed(LISTENER, CaseStatusChangedV1.class.getName(), statusChanged("resolved"));

    await().atMost(20, SECONDS).until(() -> stored.mentioning(caseId) == 0);
    assertThat(status()).isEqualTo("resolved");
  }

  private void move(String request, String status) {
    ada.with("X-Correlation-ID", request)
        .post("/api/v2/cases/" + caseId + "/status-changes", "{\"status\": \"" + status + "\"}")
        .is(201);
  }

  private String status() {
    return jdbc.sql("select case_status from reports.dossiers where case_id = ?")
        .param(caseId)
        .query(String.class)
        .single();
  }

  private String statusChanged(String status) {
    return """
    {"event_id":"%1$s","event_type":"case.status_changed","schema_version":"1.0.0",
     "timestamp":"2999-03-14T12:00:00Z","correlation_id":"test-correlation",
     "aggregate_id":"%2$s","aggregate_type":"case","aggregate_version":9,
     "payload":{"case_id":"%2$s","user_id":"ada","from_status":"investigating",
       "to_status":"%3$s","reason":null,"changed_by":"ada","changed_at":"2999-03-14T12:00:00Z"}}"""
        .formatted(UUID.randomUUID(), caseId, status);
  }
}
