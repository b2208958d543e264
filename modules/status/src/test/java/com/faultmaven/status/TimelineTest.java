package com.faultmaven.status;

import static com.faultmaven.status.Organization.INCIDENTS;
import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said about an incident, and what is said instead. */
@ModuleTest
class TimelineTest {

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  private Api operator;
  private String path = "";

  @BeforeEach
  void openAnIncident() {
    operator = Organization.on(port).operator();
    path = incident(operator, "high", service(operator, "Payments"));
  }

  @Test
  void isInTheOrderInWhichItWasSaid() {
    for (int n = 0; n < 3; n++) {
      Answer said = say("{\"message\":\"Update %s\",\"status\":\"investigating\"}".formatted(n));
      assertThat(said.text("/incident_id")).isEqualTo(id(path));
    }
    Answer incident = operator.get(path).is(200);
    assertThat(incident.texts("/updates", "message"))
        .containsExactly("Update 0", "Update 1", "Update 2");
    assertThat(incident.texts("/updates", "created_at")).isSorted();
    assertThat(incident.at("/update_count").asInt()).isEqualTo(3);
    assertThat(incident.header("ETag")).isEqualTo("\"1-3\"");
  }

  @Test
  void movesTheIncidentOnlyIfThatIsMeant() {
    say("{\"message\":\"m\",\"status\":\"monitoring\"}");
    assertThat(operator.get(path).text("/status")).isEqualTo("investigating");

    operator
        .post(path + "/updates", "{\"message\":\"m\",\"status\":\"monitoring\",\"advance\":true}")
        .is(409, "ILLEGAL_STATUS_CHANGE");
    assertThat(
            operator
                .post(path + "/updates", "{\"message\":\"m\",\"advance\":true}")
                .is(422)
                .violations())
        .containsExactly("/status:required");
    say("{\"message\":\"m\",\"status\":\"identified\",\"advance\":true}");
    assertThat(operator.get(path).text("/status")).isEqualTo("identified");
    say("{\"message\":\"m\",\"status\":\"monitoring\",\"advance\":true}");
    say("{\"message\":\"the end\",\"status\":\"resolved\",\"advance\":true}");

    Answer over = operator.get(path).is(200);
    assertThat(over.at("/resolved_at").isString()).isTrue();
    assertThat(over.texts("/updates", "message")).endsWith("the end");
    assertThat(operator.get("/api/v1/services").texts("/data", "condition"))
        .containsExactly("operational");
  }

  @Test
  void saysWhereTheIncidentIsIfNothingElseIsSaid() {
    assertThat(say("{\"message\":\"m\"}").text("/status")).isEqualTo("investigating");
  }

  @Test
  void keepsWhatWasCorrected() {
    String wrong = say("{\"message\":\"The disk.\",\"status\":\"identified\"}").text("/id");
    Answer right = correct(wrong, "The cable.").is(201);

    assertThat(right.text("/status")).isEqualTo("identified");
    assertThat(right.text("/corrects")).isEqualTo(wrong);
    Answer incident = operator.get(path).is(200);
    assertThat(incident.texts("/updates", "message")).containsExactly("The disk.", "The cable.");
    assertThat(incident.text("/updates/0/corrected_by")).isEqualTo(right.text("/id"));
    correct(wrong, "Again").is(409, "ALREADY_CORRECTED");
    correct(right.text("/id"), "The plug.").is(201);
  }

  @Test
  void isCorrectedAfterTheEndToo() {
    String wrong = say("{\"message\":\"The disk.\"}").text("/id");
    operator.post(path + "/resolve", "{}").is(200);
    correct(wrong, "The cable.").is(201);
    assertThat(operator.get(path).text("/status")).isEqualTo("resolved");
  }

  @Test
  void isCorrectedWithinOneIncident() {
    correct(UUID.randomUUID().toString(), "x").is(404, "INCIDENT_UPDATE_NOT_FOUND");
    String other = incident(operator, "low", service(operator, "Search"));
    String said = operator.post(other + "/updates", "{\"message\":\"m\"}").is(201).text("/id");
    correct(said, "x").is(404, "INCIDENT_UPDATE_NOT_FOUND");
    String own = say("{\"message\":\"m\"}").text("/id");
    assertThat(
            operator
                .post(
                    path + "/updates",
                    "{\"message\":\"x\",\"status\":\"identified\",\"advance\":true,\"corrects\":\"%s\"}"
                        .formatted(own))
                .is(422)
                .violations())
        .containsExactly("/advance:not_allowed");
  }

  @Test
  void hasItsLastTwentyInLists() {
    for (int n = 0; n < 22; n++) {
      say("{\"message\":\"Update %s\"}".formatted(n));
    }
    Answer listed = operator.get(INCIDENTS).is(200);
    assertThat(listed.texts("/data/0/updates", "message")).hasSize(20).startsWith("Update 2");
    assertThat(operator.get(path).texts("/updates", "message")).hasSize(22);
  }

  @Test
  void hasAnEndThatThereIsAlwaysRoomFor() {
    database
        .sql(
            """
            insert into status.incident_updates (id, incident_id, seq, message, status, created_at)
            select gen_random_uuid(), :id::uuid, n, 'm', 'investigating', now()
            from generate_series(1, 500) n
            """)
        .param("id", id(path))
        .update();
    database
        .sql("update status.incidents set update_count = 500 where id = ?::uuid")
        .param(id(path))
        .update();

    operator.post(path + "/updates", "{\"message\":\"m\"}").is(409, "LIMIT_REACHED");
    operator.patch(path, "{\"message\":\"m\"}").is(409, "LIMIT_REACHED");
    operator.post(path + "/resolve", "{}").is(200);
  }

  @Test
  void isNeverChanged() {
    String said = say("{\"message\":\"m\"}").text("/id");
    assertThatThrownBy(
            () ->
                database
                    .sql("update status.incident_updates set message = 'n' where id = ?::uuid")
                    .param(said)
                    .update())
        .hasMessageContaining("Updates are never changed");
  }

  private Answer say(String body) {
    return operator.post(path + "/updates", body).is(201);
  }

  private Answer correct(String update, String message) {
    return operator.post(
        path + "/updates", "{\"message\":\"%s\",\"corrects\":\"%s\"}".formatted(message, update));
  }
}
