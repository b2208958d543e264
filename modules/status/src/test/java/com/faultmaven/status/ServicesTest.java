package com.faultmaven.status;

import static com.faultmaven.status.Organization.SERVICES;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ServicesTest {

  private static final String NOWHERE = SERVICES + "/00000000-0000-0000-0000-000000000000";

  @LocalServerPort private int port;
  private Organization organization;
  private Api operator;

  @BeforeEach
  void publish() {
    organization = Organization.on(port);
    operator = organization.operator();
  }

  @Test
  void addsOneThatIsWell() {
    Answer added =
        operator
            .post(
                SERVICES, "{\"name\":\"  Payments \",\"description\":\"Cards\",\"group\":\"Shop\"}")
            .is(201);

    assertThat(added.text("/name")).isEqualTo("Payments");
    assertThat(added.text("/status")).isEqualTo("operational");
    assertThat(added.text("/condition")).isEqualTo("operational");
    assertThat(added.at("/position").asInt()).isZero();
    assertThat(added.header("ETag")).isEqualTo("\"1-operational-0\"");
    assertThat(added.header("Location")).isEqualTo(SERVICES + "/" + added.text("/id"));
    Answer read = operator.get(added.header("Location")).is(200);
    assertThat(read.body()).isEqualTo(added.body());
    assertThat(read.header("ETag")).isEqualTo(added.header("ETag"));
  }

  @Test
  void takesNullsForNothing() {
    Answer added =
        operator
            .post(
                SERVICES,
                "{\"name\":\"Minimal\",\"description\":null,\"group\":null,\"position\":null,"
                    + "\"start_date\":null}")
            .is(201);
    assertThat(added.at("/description").isNull()).isTrue();
    assertThat(added.at("/group").isNull()).isTrue();
  }

  @Test
  void refusesANameThatIsTaken() {
    service(operator, "Payments");

    operator.post(SERVICES, "{\"name\":\"Payments\"}").is(409, "SERVICE_NAME_TAKEN");
    String other = service(operator, "payments");
    operator.patch(other, "{\"name\":\"Payments\"}").is(409, "SERVICE_NAME_TAKEN");
    service(Organization.on(port).operator(), "Payments");
  }

  /** The transaction of the key goes on after the refusal. */
  @Test
  void refusesANameThatIsTakenUnderAKeyToo() {
    service(operator, "Payments");
    operator
        .with("Idempotency-Key", "taken-" + organization.name())
        .post(SERVICES, "{\"name\":\"Payments\"}")
        .is(409, "SERVICE_NAME_TAKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /name:required",
        "{\"name\":\"\"} | /name:blank",
        "{\"name\":\" \\u3000 \"} | /name:blank",
        "{\"name\":\"a\\u0000b\"} | /name:invalid_characters",
        "{\"name\":\"a\",\"colour\":1} | /colour:unknown_property",
        "{\"name\":\"a\",\"position\":10001} | /position:too_large",
        "{\"name\":\"a\",\"start_date\":\"9999-01-01\"} | /start_date:out_of_range",
        "{\"name\":\"a\",\"start_date\":\"2026-02-30\"} | /start_date:invalid_format",
      })
  void holdsWhatIsSaidToTheContract(String body, String violation) {
    assertThat(operator.post(SERVICES, body).is(422, "VALIDATION_FAILED").violations())
        .contains(violation);
  }

  @Test
  void changesWhatIsNamedOnly() {
    String path =
        operator
            .post(SERVICES, "{\"name\":\"Payments\",\"description\":\"Cards\"}")
            .is(201)
            .header("Location");

    Answer changed = operator.patch(path, "{\"name\":\"Card payments\",\"position\":7}").is(200);

    assertThat(changed.text("/name")).isEqualTo("Card payments");
    assertThat(changed.text("/description")).isEqualTo("Cards");
    assertThat(changed.at("/version").asInt()).isEqualTo(2);
    assertThat(operator.get(path).body()).isEqualTo(changed.body());
    assertThat(operator.patch(path, "{\"position\":7}").is(200).at("/version").asInt())
        .as("nothing changed")
        .isEqualTo(2);
  }

  @Test
  void takesNullForUnchangedInJsonAndForRemovedInAMergePatch() {
    String path =
        operator
            .post(SERVICES, "{\"name\":\"Payments\",\"description\":\"Cards\",\"group\":\"Shop\"}")
            .is(201)
            .header("Location");
    String nulls = "{\"name\":null,\"description\":null,\"group\":null}";

    Answer same = operator.send("PATCH", path, "application/json", nulls).is(200);
    assertThat(same.text("/description")).isEqualTo("Cards");

    assertThat(operator.patch(path, nulls).is(422, "VALIDATION_FAILED").violations())
        .containsExactly("/name:not_allowed");
    Answer removed = operator.patch(path, "{\"description\":null,\"group\":null}").is(200);
    assertThat(removed.at("/description").isNull()).isTrue();
    assertThat(removed.at("/group").isNull()).isTrue();
  }

  @Test
  void isChangedByWhoHasSeenItOnly() {
    String path = service(operator, "Payments");
    String seen = operator.get(path).header("ETag");
    incident(operator, "low", path);

    Api ofThatVersion = operator.with("If-Match", seen);
    ofThatVersion.patch(path, "{\"position\":1}").is(200);
    ofThatVersion.patch(path, "{\"position\":2}").is(412, "VERSION_CONFLICT");
    ofThatVersion.delete(path).is(412, "VERSION_CONFLICT");
    operator.with("If-None-Match", operator.get(path).header("ETag")).get(path).is(304);
    operator.with("If-None-Match", seen).get(path).is(200);
  }

  @Test
  void listsByPositionThenByName() {
    operator.post(SERVICES, "{\"name\":\"c\",\"position\":1}").is(201);
    operator.post(SERVICES, "{\"name\":\"b\",\"position\":2,\"group\":\"g\"}").is(201);
    operator.post(SERVICES, "{\"name\":\"a\",\"position\":2}").is(201);

    Answer all = operator.get(SERVICES).is(200);
    assertThat(all.texts("/data", "name")).containsExactly("c", "a", "b");
    assertThat(all.at("/meta").toString()).isEqualTo("{\"total\":3,\"limit\":1000,\"offset\":0}");
    Answer page = operator.get(SERVICES + "?limit=1&offset=1").is(200);
    assertThat(page.texts("/data", "name")).containsExactly("a");
    assertThat(page.at("/meta/total").asInt()).isEqualTo(3);
    assertThat(operator.get(SERVICES + "?offset=9").is(200).at("/meta/total").asInt())
        .as("also beyond the end")
        .isEqualTo(3);
    assertThat(operator.get(SERVICES + "?group=g").is(200).texts("/data", "name"))
        .containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit:too_small",
    "limit=1001, limit:too_large",
    "offset=10001, offset:too_large",
    "colour=red, colour:unknown_parameter",
  })
  void refusesParametersThatAreWrongAs422(String query, String violation) {
    assertThat(operator.get(SERVICES + "?" + query).is(422, "INVALID_PARAMETER").violations())
        .containsExactly(violation);
  }

  @Test
  void deletesOneWithoutTrouble() {
    String path = service(operator, "Payments");
    String trouble = incident(operator, "low", path);
    operator.delete(path).is(409, "SERVICE_HAS_ACTIVE_INCIDENTS");
    operator.post(trouble + "/resolve", "{}").is(200);

    operator.delete(path).is(204);

    operator.get(path).is(404, "SERVICE_NOT_FOUND");
    operator.delete(path).is(404, "SERVICE_NOT_FOUND");
    Answer past = operator.get(trouble).is(200);
    assertThat(past.at("/service_ids").isEmpty()).isTrue();
  }

  @Test
  void knowsNoneOfAnotherOrganization() {
    String path = service(operator, "Payments");
    Api stranger = Organization.on(port).operator();

    stranger.get(path).is(404, "SERVICE_NOT_FOUND");
    stranger.patch(path, "{\"position\":1}").is(404, "SERVICE_NOT_FOUND");
    stranger.delete(path).is(404, "SERVICE_NOT_FOUND");
    Organization.open(stranger, "low", path).is(404, "SERVICE_NOT_FOUND");
    assertThat(stranger.get(SERVICES).at("/meta/total").asInt()).isZero();
  }

  @Test
  void namesWhatIsNotThere() {
    Answer missing = operator.get(NOWHERE).is(404, "SERVICE_NOT_FOUND");
    assertThat(missing.text("/error/code")).isEqualTo("NOT_FOUND");
    operator.patch(NOWHERE, "{\"name\":\"Ghost\"}").is(404, "SERVICE_NOT_FOUND");
    operator.delete(NOWHERE).is(404, "SERVICE_NOT_FOUND");
    Answer noId = operator.get(SERVICES + "/not-a-uuid").is(422, "INVALID_PARAMETER");
    assertThat(noId.text("/error/code")).isEqualTo("VALIDATION_ERROR");
  }
}
