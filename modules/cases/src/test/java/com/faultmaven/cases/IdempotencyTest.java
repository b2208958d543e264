package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class IdempotencyTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  private Api api;
  private Api keyed;

  @BeforeEach
  void connect() {
    api = Api.on(port).asSomebody();
    keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
  }

  @Test
  void answersARepeatedRequestWithTheFirstAnswer() {
    Answer first = keyed.post(CASES, "{\"title\":\"once\"}").is(201);
    Answer second = keyed.post(CASES, "{\"title\":\"once\"}").is(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(api.get(CASES).at("/total").asInt()).isOne();
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    keyed.post(CASES, "{\"title\":\"once\"}").is(201);

    keyed.post(CASES, "{\"title\":\"twice\"}").is(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void forgetsARequestThatWasRefused() {
    keyed.post(CASES, "{\"title\":7}").is(422, "VALIDATION_FAILED");

    keyed.post(CASES, "{\"title\":\"seven\"}").is(201);
  }

  @Test
  void forgetsAMoveThatWasIllegal() {
    String path = api.post(CASES, "{}").header("Location");

    keyed
        .post(path + "/status-changes", "{\"status\":\"resolved\"}")
        .is(409, "ILLEGAL_STATUS_CHANGE");
    api.post(path + "/status-changes", "{\"status\":\"investigating\"}").is(201);
    keyed.post(path + "/status-changes", "{\"status\":\"resolved\"}").is(201);
    keyed.post(path + "/status-changes", "{\"status\":\"resolved\"}").is(201);
    assertThat(api.get(path + "/status-changes").at("/total").asInt()).isEqualTo(2);
  }

  @Test
  void keepsTheKeysOfUsersAndPathsApart() {
    String key = UUID.randomUUID().toString();
    api.with("Idempotency-Key", key).post(CASES, "{}").is(201);
    Answer others =
        Api.on(port).asSomebody().with("Idempotency-Key", key).post(CASES, "{}").is(201);

    assertThat(others.header("Idempotency-Replayed")).isEmpty();
    api.with("Idempotency-Key", key)
        .post(others.header("Location") + "/status-changes", "{\"status\":\"closed\"}")
        .is(404, "CASE_NOT_FOUND");
  }

  @Test
  void opensOneCaseForAnyNumberOfSimultaneousTries() {
    List<Answer> answers = Together.run(20, n -> keyed.post(CASES, "{\"title\":\"once\"}"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).isNotEmpty();
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(answer -> answer.is(409, "IDEMPOTENCY_IN_PROGRESS"));
    assertThat(api.get(CASES).at("/total").asInt()).isOne();
  }

  @Test
  void refusesAKeyOfTheWrongForm() {
    for (String wrong : List.of("short", "has spaces in it", "x".repeat(256), "umläut-umläut")) {
      Answer refused = api.with("Idempotency-Key", wrong).post(CASES, "{}");
      refused.is(400, "INVALID_PARAMETER");
      assertThat(refused.violations()).containsExactly("Idempotency-Key:invalid_format");
    }
    assertThat(api.get(CASES).at("/total").asInt()).isZero();
  }
}
