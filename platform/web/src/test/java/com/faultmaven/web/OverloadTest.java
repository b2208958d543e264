package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.SERVICE_UNAVAILABLE;
import static com.faultmaven.kernel.CommonProblem.TOO_MANY_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What comes while the process is drowning is refused at once. */
@TestPropertySource(
    properties = {
      "faultmaven.limits.requests=2",
      "faultmaven.limits.requests-per-caller=1",
      "faultmaven.limits.max-wait=20s",
      "server.tomcat.connection-timeout=1s",
    })
class OverloadTest extends WebTest {

  private final List<Gate> gates = new ArrayList<>();
  private final List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

  @AfterEach
  void letAllPass() {
    gates.forEach(Gate::letPass);
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    // what was given up here may still have her place for a moment
    await().until(() -> send(as("eve")).statusCode() == 200);
  }

  @Test
  void isAnsweredBeforeItIsAskedWhoCallsAndBeforeABodyIsRead() throws InterruptedException {
    drown();

    HttpResponse<String> refused = send(as("eve"));
    assertProblem(refused, SERVICE_UNAVAILABLE);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertProblem(send(request("/api/test/things")), SERVICE_UNAVAILABLE);
    assertThat(
            sendRaw(
                "POST /api/test/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "X-User-ID: eve\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{"))
        .startsWith("HTTP/1.1 503");
  }

  @Test
  void isAnsweredMeanwhileWhereNoPlaceIsNeeded() throws InterruptedException {
    drown();

    assertThat(send(request("/elsewhere").timeout(Duration.ofSeconds(1))).statusCode())
        .isEqualTo(404);
  }

  /** Alice has her place, and one of her requests waits for it. */
  @Test
  void isTheOwnFaultOfWhoAsksForMoreThanItsShare() throws InterruptedException {
    holdPlaces();
    answers.add(sendAsync(as("alice")));
    await().until(() -> isRefused(as("alice"), TOO_MANY_REQUESTS.status()));

    assertProblem(send(as("alice")), TOO_MANY_REQUESTS);
  }

  private void drown() throws InterruptedException {
    holdPlaces();
    answers.add(sendAsync(as("carol")));
    answers.add(sendAsync(as("dan")));
    await().until(() -> isRefused(as("eve"), SERVICE_UNAVAILABLE.status()));
  }

  private void holdPlaces() throws InterruptedException {
    for (String user : List.of("alice", "bob")) {
      String name = "overload-" + UUID.randomUUID();
      Gate gate = Things.GATES.open(name);
      gates.add(gate);
      answers.add(sendAsync(request("/api/test/wait/" + name).header("X-User-ID", user)));
      gate.awaitArrival();
    }
  }

  private boolean isRefused(HttpRequest.Builder request, int status) {
    try {
      return CLIENT
              .send(request.timeout(Duration.ofMillis(100)).build(), BodyHandlers.ofString())
              .statusCode()
          == status;
    } catch (HttpTimeoutException waits) {
      return false;
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  private static CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder as(String user) {
    return request("/api/test/things").header("X-User-ID", user);
  }
}
