package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class IdempotencyTest extends WebTest {

  @Autowired JdbcClient database;

  private final String key = UUID.randomUUID().toString();
  private final String name = key.substring(0, 8);

  @Test
  void givesTheFirstAnswerAgain() {
    HttpResponse<String> first = create(thing(name));
    HttpResponse<String> again = create(thing(name));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.body());
    for (String header : new String[] {"Content-Type", "Location", "ETag", "Content-Length"}) {
      assertThat(again.headers().allValues(header))
          .hasSize(1)
          .isEqualTo(first.headers().allValues(header));
    }
    assertThat(things(name)).isEqualTo(1);
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() {
    create(thing(name));
    assertProblem(create(thing(name) + " "), IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void keepsKeysOfOthersApart() {
    create(thing(name));
    String other = thing(name + "o");
    assertThat(send(keyed(other).setHeader("X-User-ID", "bob")).statusCode()).isEqualTo(201);
    String third = thing(name + "p");
    assertThat(send(keyed(third).header("X-Organization-ID", "acme")).statusCode()).isEqualTo(201);
  }

  @Test
  void forgetsWhatWasRefused(CapturedOutput output) {
    assertProblem(create("{}"), VALIDATION_FAILED);
    assertProblem(create("{"), MALFORMED_BODY);
    assertProblem(create(thing("refused")), VERSION_CONFLICT);
    assertThat(things("refused")).isZero();
    assertThat(create(thing(name)).headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(things(name)).isEqualTo(1);
    assertThat(output).doesNotContain("ERROR", "WARN", "rollback");
  }

  @Test
  void answersForACommitThatFails() {
    HttpResponse<String> response = create(thing("orphan"));
    assertProblem(response, INTERNAL_ERROR);
    assertThat(response.headers().firstValue("Location")).isEmpty();
    assertThat(response.headers().firstValue("ETag")).isEmpty();
    assertThat(things("orphan")).isZero();
  }

  @Test
  void letsNobodyWaitForARequestThatIsStillRunning() throws InterruptedException {
    Gate gate = Things.GATES.open(name);
    var first = CLIENT.sendAsync(keyed(thing(name)).build(), HttpResponse.BodyHandlers.ofString());
    gate.awaitArrival();
    HttpResponse<String> meanwhile = create(thing(name));
    assertProblem(meanwhile, IDEMPOTENCY_IN_PROGRESS);
    assertThat(meanwhile.headers().firstValue("Retry-After")).hasValue("1");
    gate.letPass();
    assertThat(first.join().statusCode()).isEqualTo(201);
    assertThat(create(thing(name)).headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  @Test
  void forgetsAfterADay() {
    create(thing(name));
    database
        .sql("update edge.idempotency_keys set created_at = created_at - interval '25 hours'")
        .update();
    database.sql("delete from things where name = :name").param("name", name).update();
    assertThat(create(thing(name)).headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(create(thing(name)).headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space", "a,b,c,d,e,f", "ab\"cdefgh"})
  void refusesKeysThatAreNone(String bad) {
    assertProblem(
        send(post("/api/test/things", thing(name)).header("Idempotency-Key", bad)),
        INVALID_PARAMETER);
    assertProblem(send(keyed(thing(name)).header("Idempotency-Key", key + "x")), INVALID_PARAMETER);
  }

  @Test
  void minesOnlyPosts() {
    assertThat(send(asAlice("/api/test/caller").header("Idempotency-Key", "bad")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void limitsBodiesItBuffers() {
    assertProblem(
        send(
            asAlice("/api/test/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[2_000_000])))),
        BODY_TOO_LARGE);
  }

  @Test
  void keepsNothingOpenBetweenSteps() throws InterruptedException {
    String steps = steps(name + "-1", name + "-2");
    Gate gate = Things.GATES.open(name + "-2");
    var first = CLIENT.sendAsync(inSteps(steps).build(), HttpResponse.BodyHandlers.ofString());
    gate.awaitArrival();

    assertThat(things(name + "-1")).isEqualTo(1);
    HttpResponse<String> meanwhile = send(inSteps(steps));
    assertProblem(meanwhile, IDEMPOTENCY_IN_PROGRESS);
    assertThat(meanwhile.headers().firstValue("Retry-After")).hasValue("1");
    assertProblem(send(inSteps(steps("other"))), IDEMPOTENCY_KEY_REUSED);
    gate.letPass();

    assertThat(first.join().statusCode()).isEqualTo(200);
    HttpResponse<String> again = send(inSteps(steps));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.join().body());
    assertProblem(send(inSteps(steps("other"))), IDEMPOTENCY_KEY_REUSED);
    assertThat(things(name + "-1")).isEqualTo(1);
  }

  @Test
  void leavesStepsBehindThatWereDone() {
    assertProblem(send(inSteps(steps(name, "refused"))), VERSION_CONFLICT);

    assertThat(things(name)).isEqualTo(1);
    assertThat(send(inSteps(steps(name + "-2"))).statusCode()).isEqualTo(200);
  }

  @Test
  void goesOnWithStepsOfAProcessThatIsGone() {
    String steps = steps(name);
    send(inSteps(steps));
    assertThat(breakOff("now() + interval '20 seconds'")).isEqualTo(1);
    assertProblem(send(inSteps(steps)), IDEMPOTENCY_IN_PROGRESS);

    breakOff("now() - interval '1 second'");
    assertProblem(send(inSteps(steps("other"))), IDEMPOTENCY_KEY_REUSED);
    HttpResponse<String> goneOn = send(inSteps(steps));

    assertThat(goneOn.statusCode()).isEqualTo(200);
    assertThat(goneOn.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(things(name)).isEqualTo(1);
    assertThat(send(inSteps(steps)).headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  /** As if the process had died before it answered what it was asked last. */
  private int breakOff(String runningUntil) {
    return database
        .sql(
            """
            update edge.idempotency_keys set running_until = %s, status = null, body = null
            where created_at = (select max(created_at) from edge.idempotency_keys)
            """
                .formatted(runningUntil))
        .update();
  }

  private java.net.http.HttpRequest.Builder inSteps(String body) {
    return post("/api/test/things/any/steps", body).header("Idempotency-Key", key);
  }

  private static String steps(String... names) {
    return "{\"tags\":[\"" + String.join("\",\"", names) + "\"]}";
  }

  private HttpResponse<String> create(String body) {
    return send(keyed(body));
  }

  private java.net.http.HttpRequest.Builder keyed(String body) {
    return post("/api/test/things", body).header("Idempotency-Key", key);
  }

  private static String thing(String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  private int things(String name) {
    return database
        .sql("select count(*) from things where name = :name")
        .param("name", name)
        .query(Integer.class)
        .single();
  }
}
