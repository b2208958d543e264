package com.faultmaven.status;

import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.contracts.status.events.ServiceStatusChangedV1;
import com.faultmaven.status.MaintenanceMoments.Due;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MaintenancesTest {

  private static final String MAINTENANCES = "/api/v1/maintenances";

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private MaintenanceMoments moments;
  private RecordedEvents events;
  private Organization organization;
  private Api operator;
  private String payments = "";

  @BeforeEach
  void publish() {
    events = RecordedEvents.of(context);
    organization = Organization.on(port);
    operator = organization.operator();
    payments = service(operator, "Payments");
  }

  @AfterEach
  void stop() {
    events.close();
  }

  @Test
  void isAnnouncedBeforehand() {
    Answer scheduled = announce(60, 120).is(201);

    assertThat(scheduled.text("/status")).isEqualTo("scheduled");
    assertThat(scheduled.at("/started_at").isNull()).isTrue();
    assertThat(scheduled.header("ETag")).isEqualTo("\"1-scheduled-0\"");
    Answer read = operator.get(scheduled.header("Location")).is(200);
    assertThat(read.body()).isEqualTo(scheduled.body());
    assertThat(condition()).isEqualTo("operational");
    assertThat(told(scheduled)).containsExactly("maintenance.scheduled 1");
  }

  @Test
  void goesOnByTheClockAtEveryRead() {
    String path = announce(60, 120).is(201).header("Location");
    move(path, -60, 60);
    assertThat(operator.get(path).text("/status")).isEqualTo("in_progress");
    assertThat(condition()).isEqualTo("under_maintenance");
    assertThat(operator.get(payments).text("/status")).isEqualTo("operational");
    assertThat(operator.get(MAINTENANCES + "?status=in_progress").texts("/data", "id"))
        .containsExactly(id(path));

    move(path, -120, -60);
    assertThat(operator.get(path).text("/status")).isEqualTo("completed");
    assertThat(operator.get(path).at("/completed_at").isString()).isTrue();
    assertThat(condition()).isEqualTo("operational");
    assertThat(operator.get(MAINTENANCES + "?status=completed").at("/meta/total").asInt())
        .isEqualTo(1);
  }

  @Test
  void givesWayToTrouble() {
    announce(-1, 60).is(201);
    assertThat(condition()).isEqualTo("under_maintenance");
    String trouble = incident(operator, "low", payments);
    assertThat(condition()).isEqualTo("degraded_performance");
    operator.post(trouble + "/resolve", "{}").is(200);
    assertThat(condition()).isEqualTo("under_maintenance");
  }

  /** Each of two instances has the task; one tells. */
  @Test
  void isToldOnceHoweverManyLookAtOnce() {
    Answer scheduled = announce(60, 120).is(201);
    String path = scheduled.header("Location");
    move(path, -60, 60);
    tellTogether(path);
    move(path, -120, -60);
    tellTogether(path);

    assertThat(told(scheduled))
        .containsExactly(
            "maintenance.scheduled 1", "maintenance.started 2", "maintenance.completed 3");
    assertThat(conditionsTold()).containsExactly("under_maintenance", "operational");
  }

  @Test
  void tellsBothMomentsIfNobodyLookedInBetween() {
    Answer scheduled = announce(60, 120).is(201);
    move(scheduled.header("Location"), -120, -60);
    tellTogether(scheduled.header("Location"));
    assertThat(told(scheduled))
        .containsExactly(
            "maintenance.scheduled 1", "maintenance.started 2", "maintenance.completed 3");
    assertThat(conditionsTold()).isEmpty();
  }

  @Test
  void isBegunAndEndedByHand() {
    Answer scheduled = announce(60, 120).is(201);
    String path = scheduled.header("Location");
    operator.post(path + "/complete", "{}").is(409, "ILLEGAL_STATUS_CHANGE");

    Answer begun = operator.post(path + "/start", "{\"message\":\"Early.\"}").is(200);
    assertThat(begun.text("/status")).isEqualTo("in_progress");
    assertThat(begun.texts("/updates", "message")).containsExactly("Early.");
    assertThat(condition()).isEqualTo("under_maintenance");
    operator.post(path + "/start", "{}").is(409, "ILLEGAL_STATUS_CHANGE");
    operator.post(path + "/cancel", "{}").is(409, "ILLEGAL_STATUS_CHANGE");
    operator
        .patch(path, "{\"scheduled_for\":\"%s\"}".formatted(in(70)))
        .is(409, "MAINTENANCE_STARTED");

    Answer over = operator.send("POST", path + "/complete", null, "").is(200);
    assertThat(over.text("/status")).isEqualTo("completed");
    assertThat(condition()).isEqualTo("operational");
    for (String verb : List.of("/start", "/complete", "/cancel")) {
      operator.post(path + verb, "{}").is(409, "MAINTENANCE_ENDED");
    }
    operator.post(path + "/updates", "{\"message\":\"m\"}").is(409, "MAINTENANCE_ENDED");
    operator.patch(path, "{\"title\":\"t\"}").is(409, "MAINTENANCE_ENDED");
    assertThat(told(scheduled))
        .containsExactly(
            "maintenance.scheduled 1", "maintenance.started 2", "maintenance.completed 3");
    assertThat(conditionsTold()).containsExactly("under_maintenance", "operational");
  }

  @Test
  void isTakenBackBeforeItBegins() {
    Answer scheduled = announce(60, 120).is(201);
    String path = scheduled.header("Location");
    assertThat(operator.post(path + "/cancel", "{}").is(200).text("/status"))
        .isEqualTo("cancelled");
    move(path, -60, 60);
    assertThat(operator.get(path).text("/status")).isEqualTo("cancelled");
    assertThat(condition()).isEqualTo("operational");
    tellTogether(path);
    assertThat(told(scheduled))
        .containsExactly("maintenance.scheduled 1", "maintenance.cancelled 2");
  }

  @Test
  void isMovedAndExtended() {
    Answer scheduled = announce(60, 120).is(201);
    String path = scheduled.header("Location");
    String search = service(operator, "Search");

    Answer moved =
        operator
            .with("If-Match", scheduled.header("ETag"))
            .patch(
                path,
                "{\"scheduled_for\":\"%s\",\"service_ids\":[\"%s\"]}".formatted(in(90), id(search)))
            .is(200);
    assertThat(moved.at("/version").asInt()).isEqualTo(2);
    assertThat(moved.at("/service_ids").toString()).isEqualTo("[\"" + id(search) + "\"]");
    operator
        .with("If-Match", scheduled.header("ETag"))
        .patch(path, "{\"title\":\"t\"}")
        .is(412, "VERSION_CONFLICT");
    assertThat(
            operator
                .patch(path, "{\"scheduled_until\":\"%s\"}".formatted(in(80)))
                .is(422)
                .violations())
        .containsExactly("/scheduled_until:out_of_range");
    assertThat(told(scheduled)).containsExactly("maintenance.scheduled 1", "maintenance.updated 2");
    assertThat(tasks(path)).as("the task of each version").isEqualTo(2);
  }

  @Test
  void isTalkedAbout() {
    Answer scheduled = announce(60, 120).is(201);
    String path = scheduled.header("Location");
    Answer said = operator.post(path + "/updates", "{\"message\":\"Soon.\"}").is(201);
    assertThat(said.text("/status")).isEqualTo("scheduled");
    assertThat(operator.get(path).header("ETag")).isEqualTo("\"1-scheduled-1\"");
    assertThat(told(scheduled)).containsExactly("maintenance.scheduled 1", "maintenance.updated 2");
  }

  @ParameterizedTest
  @CsvSource({"120, 60", "-120, -60", "60, 60", "0, 43201"})
  void hasASoundWindow(int from, int until) {
    assertThat(announce(from, until).is(422, "VALIDATION_FAILED").violations())
        .contains("/scheduled_until:out_of_range");
  }

  @Test
  void isForWhoPublishes() {
    String path = announce(60, 120).is(201).header("Location");
    Api member = organization.member();
    member.get(path).is(200);
    member.get(MAINTENANCES).is(200);
    member.post(path + "/start", "{}").is(403, "PERMISSION_DENIED");
    member.patch(path, "{\"title\":\"t\"}").is(403, "PERMISSION_DENIED");
    Api stranger = Organization.on(port).operator();
    stranger.get(path).is(404, "MAINTENANCE_NOT_FOUND");
    stranger.post(path + "/start", "{}").is(404, "MAINTENANCE_NOT_FOUND");
    organization.nobody().get(path).is(401, "AUTHENTICATION_REQUIRED");
  }

  private Answer announce(int from, int until) {
    Instant now = Instant.now();
    return operator.post(
        MAINTENANCES,
        """
        {"title": "New hardware", "service_ids": ["%s"], "scheduled_for": "%s",
         "scheduled_until": "%s"}
        """
            .formatted(id(payments), in(now, from), in(now, until)));
  }

  private static String in(int minutes) {
    return in(Instant.now(), minutes);
  }

  private static String in(Instant now, int minutes) {
    return now.plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS).toString();
  }

  /** As if time had gone by. */
  private void move(String path, int from, int until) {
    database
        .sql(
            """
            update status.maintenances set scheduled_for = ?::timestamptz,
              scheduled_until = ?::timestamptz where id = ?::uuid
            """)
        .params(in(from), in(until), id(path))
        .update();
  }

  private void tellTogether(String path) {
    long version = operator.get(path).at("/version").asLong();
    Together.run(4, n -> moments.run(new Due(UUID.fromString(id(path)), version)));
  }

  private int tasks(String path) {
    return database
        .sql("select count(*) from jobs.tasks where task_instance like ? || '%'")
        .param(id(path))
        .query(Integer.class)
        .single();
  }

  private String condition() {
    return operator.get(payments).is(200).text("/condition");
  }

  private List<String> told(Answer maintenance) {
    return events.all().stream()
        .filter(it -> it.aggregateId().equals(maintenance.text("/id")))
        .map((ContractEvent it) -> it.eventType() + " " + it.aggregateVersion())
        .toList();
  }

  private List<String> conditionsTold() {
    return events.ofType(ServiceStatusChangedV1.class).stream()
        .filter(it -> it.aggregateId().equals(id(payments)))
        .map(it -> it.payload().toCondition())
        .toList();
  }
}
