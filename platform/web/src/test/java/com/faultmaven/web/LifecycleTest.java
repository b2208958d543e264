package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.MovableClock;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.problems.Problem;
import com.faultmaven.web.problems.ProblemRendering;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

@Import(LifecycleTest.Surroundings.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "faultmaven.api.versions.things.v0.sunset=2027-01-02",
      "faultmaven.api.clients=browser-extension,agent",
      "faultmaven.cors.origins=https://app.example.com",
    })
class LifecycleTest extends WebTest {

  private static final String GUIDE = "</docs/migrating-v1-to-v2>";

  @TestConfiguration
  static class Surroundings {

    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock("2026-11-21T12:00:00Z");
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    ProblemRendering oldProblems() {
      return new ProblemRendering() {
        @Override
        public boolean covers(ContractVersion version) {
          return version.equals(new ContractVersion("things", "v1"));
        }

        @Override
        public String contentType() {
          return "application/json";
        }

        @Override
        public Map<String, Object> body(Problem problem, String path, RequestIds id) {
          return Map.of("detail", problem.detail());
        }
      };
    }
  }

  @Autowired MovableClock clock;
  @Autowired MeterRegistry meters;

  @BeforeEach
  void beBeforeEverySunset() {
    clock.set("2026-11-21T12:00:00Z");
  }

  record Case(String name, int status, HttpRequest.Builder request) {
    @Override
    public String toString() {
      return name;
    }
  }

  Stream<Case> everyKindOfAnswer() {
    return Stream.of(
        new Case("success", 200, asAlice("/api/v1/things/1")),
        new Case("not modified", 304, asAlice("/api/v1/things/1").header("If-None-Match", "\"1\"")),
        new Case("malformed", 400, post("/api/v1/things", "{")),
        new Case("two identities", 400, asAlice("/api/v1/things/1").header("X-User-ID", "bob")),
        new Case("nobody", 401, request("/api/v1/things/1")),
        new Case("nobody anywhere", 401, request("/api/v1/things/1/nowhere")),
        new Case("foreign page", 403, asAlice("/api/v1/things/1").header("Origin", "https://x.y")),
        new Case("no such route", 404, asAlice("/api/v1/things/1/nowhere")),
        new Case("the path itself", 405, asAlice("/api/v1/things")),
        new Case("sent error", 404, asAlice("/api/v1/things/1/failures/404")),
        new Case("wrong method", 405, asAlice("/api/v1/things").DELETE()),
        new Case("large", 413, post("/api/v1/things", " ".repeat(1 << 21))),
        new Case(
            "media type",
            415,
            asAlice("/api/v1/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))),
        new Case("bug", 500, asAlice("/api/v1/things/1/failures/500")),
        new Case("started over", 200, asAlice("/api/v1/things/1/reset")),
        new Case(
            "preflight",
            200,
            request("/api/v1/things/1")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody())));
  }

  @Test
  void announcesTheEndOnEveryKindOfAnswer() {
    everyKindOfAnswer()
        .forEach(
            some -> {
              HttpResponse<String> response = send(some.request());
              assertThat(response.statusCode()).as(some.name()).isEqualTo(some.status());
              assertThat(response.headers().allValues("Deprecation"))
                  .as(some.name())
                  .containsExactly("@1780272000");
              assertThat(response.headers().allValues("Sunset"))
                  .as(some.name())
                  .containsExactly("Wed, 30 Jun 2027 00:00:00 GMT");
              String successor =
                  response.request().uri().getRawPath().replace("/api/v1", "/api/v2");
              assertThat(response.headers().allValues("Link"))
                  .as(some.name())
                  .containsExactly(links(successor));
            });
  }

  @Test
  void announcesItOnWhatTomcatRefuses() {
    for (String start : List.of("TRACE /api/v1/things/1", "GET /api/v1/things/%00")) {
      String answer =
          sendRaw(start + " HTTP/1.1\r\nHost: x\r\nX-User-ID: a\r\nConnection: close\r\n\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 4")
          .containsOnlyOnce("\r\nDeprecation: @1780272000\r\n")
          .containsOnlyOnce("\r\nSunset: Wed, 30 Jun 2027 00:00:00 GMT\r\n")
          .containsOnlyOnce("\r\nLink: </api/v2/things/");
    }
  }

  @Test
  void writesDaysWithTwoDigits() {
    HttpResponse<String> response = send(asAlice("/api/v0/things/1"));
    assertThat(response.headers().firstValue("Sunset")).hasValue("Sat, 02 Jan 2027 00:00:00 GMT");
    assertThat(response.headers().firstValue("Link").orElseThrow())
        .startsWith(
            "</api/v2/things/1>; rel=\"successor-version\", <https://example.com/moving,on>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v2/things",
        "/api/v1",
        "/api/v1/nope",
        "/api/v1/thingss",
        "/api/v10/things",
        "/api/test/caller",
        "/nope"
      })
  void saysNothingElsewhere(String path) {
    HttpResponse<String> response = send(asAlice(path));
    assertThat(response.headers().map())
        .doesNotContainKeys("Deprecation", "deprecation", "Sunset", "sunset", "Link", "link");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/v1/things/case_ab12/status    | /api/v2/things/case_ab12/status-changes",
        "GET  | /api/v1/things/case_ab12/status    | /api/v2/things/case_ab12/status",
        "GET  | /api/v1/things/session/s1          | /api/v2/things?session_id=s1",
        "GET  | /api/v1/things/session/a%26b%3Dc%20d%C3%A4 | /api/v2/things?session_id=a%26b%3Dc%20d%C3%A4",
        "GET  | /api/v1/things/session/a&b%23      | /api/v2/things?session_id=a%26b%23",
        "GET  | /api/v1/things/%3E%3B%20rel%3D%22x%22%0D%0A | /api/v2/things/%3E%3B%20rel%3D%22x%22%0D%0A",
        "GET  | /api/v1/things/a,b;c=d/e           | /api/v2/things/a%2Cb%3Bc=d/e",
        "GET  | /api/%76%31/things/1               | /api/v2",
        "GET  | /api/v1/things/x/../1              | /api/v2",
        "HEAD | /api/v1/things/session/s1          | /api/v2/things?session_id=s1",
        "GET  | /api/v1/things/1?q=%3E%0Ax         | /api/v2/things/1",
      })
  void leadsToTheSuccessorAndNowhereElse(String method, String path, String successor) {
    String answer =
        sendRaw(
            method
                + " "
                + path
                + " HTTP/1.1\r\nHost: x\r\nX-User-ID: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(answer).containsOnlyOnce("\r\nLink: " + links(successor) + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "<", ">", "\\", "^", "{", "|", "ä", "\t"})
  void keepsWhatIsNoPathOutOfTheHeader(String character) {
    String answer =
        sendRaw(
            "GET /api/v1/things/"
                + character
                + " HTTP/1.1\r\nHost: x\r\nX-User-ID: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 ");
    answer
        .lines()
        .filter(line -> line.startsWith("Link:"))
        .forEach(
            line ->
                assertThat(line)
                    .matches("Link: </api/v2[A-Za-z0-9/%]*>; rel=\"successor-version\", .*"));
  }

  @Test
  void doesNotRepeatAPathThatIsTooLong() {
    HttpResponse<String> response = send(asAlice("/api/v1/things/" + "x".repeat(7_000)));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().allValues("Link")).containsExactly(links("/api/v2"));
  }

  @Test
  void isGoneFromTheSunsetOnForEverybody() {
    clock.set("2027-06-29T23:59:59.999999Z");
    assertThat(send(asAlice("/api/v1/things/1")).statusCode()).isEqualTo(200);

    clock.set("2027-06-30T00:00:00Z");
    for (HttpRequest.Builder call :
        List.of(
            asAlice("/api/v1/things/1"),
            request("/api/v1/things/1"),
            asAlice("/api/v1/things/1").header("X-User-ID", "bob"),
            asAlice("/api/v1/things/1/nowhere"),
            asAlice("/api/v1/things/1").DELETE(),
            post("/api/v1/things", "{"))) {
      HttpResponse<String> gone = send(call);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.headers().firstValue("X-Error-Code")).hasValue("API_SUNSET");
      assertThat(json(gone).propertyNames()).containsExactly("detail");
      String successor = gone.request().uri().getRawPath().replace("/api/v1", "/api/v2");
      assertThat(json(gone).path("detail").asString())
          .contains("v1", "30 Jun 2027", successor, "/docs/migrating-v1-to-v2");
      assertThat(gone.headers().allValues("Link")).containsExactly(links(successor));
      assertThat(gone.headers().firstValue("Deprecation")).hasValue("@1780272000");
    }
    assertThat(send(asAlice("/api/test/caller")).statusCode()).isEqualTo(200);
  }

  @Test
  void isAProblemWhereNoOlderFormIsAskedFor() {
    clock.set("2027-01-02T00:00:00Z");
    assertProblem(send(asAlice("/api/v0/things/1")), API_SUNSET);
    assertProblem(send(asAlice("/api/v0/nowhere")), API_SUNSET);
  }

  @Test
  void letsAPageReadWhyItIsRefused() {
    clock.set("2027-06-30T00:00:00Z");
    HttpResponse<String> gone =
        send(asAlice("/api/v1/things/1").header("Origin", "https://app.example.com"));
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://app.example.com");
  }

  @Test
  void countsByRouteVersionAndClient() {
    Map<String, Double> before = counted();
    send(asAlice("/api/v1/things/1").header("X-Client-ID", "agent"));
    send(asAlice("/api/v1/things/2").header("X-Client-ID", " agent "));
    send(request("/api/v1/things/3").header("X-Client-ID", "agent"));
    send(asAlice("/api/v1/things/session/x"));
    send(asAlice("/api/v1/things/1").method("BREW", BodyPublishers.noBody()));
    clock.set("2027-06-30T00:00:00Z");
    send(asAlice("/api/v1/things/1").header("X-Client-ID", "agent"));

    assertThat(since(before))
        .containsOnly(
            Map.entry("GET /api/v1/things/{thing_id} v1 agent", 4.0),
            Map.entry("GET /api/v1/things/session/{session} v1 unknown", 1.0),
            Map.entry("unmatched v1 unknown", 1.0));
  }

  @Test
  void countsNoMoreKindsThanThereAreRoutesAndClients() {
    Map<String, Double> before = counted();
    IntStream.range(0, 50)
        .forEach(
            n -> {
              send(asAlice("/api/v0/things/" + n).header("X-Client-ID", "client-" + n));
              send(asAlice("/api/v0/nowhere/" + n).header("X-Client-ID", "client-" + n));
            });
    assertThat(since(before))
        .containsOnly(
            Map.entry("GET /api/v0/things/{thing_id} v0 other", 50.0),
            Map.entry("unmatched v0 other", 50.0));
  }

  @Test
  void warnsOnceADayOfEachClient(CapturedOutput output) {
    clock.set("2026-12-24T23:59:00Z");
    for (String client : List.of("agent", "browser-extension", "agent", "agent")) {
      send(asAlice("/api/v1/things/1").header("X-Client-ID", client));
      send(asAlice("/api/v1/things/1/nowhere").header("X-Client-ID", client));
    }
    assertThat(output).containsOnlyOnce("agent calls deprecated API v1");
    assertThat(output).containsOnlyOnce("browser-extension calls deprecated API v1");
    clock.set("2026-12-25T00:00:00Z");
    send(asAlice("/api/v1/things/1").header("X-Client-ID", "agent"));
    assertThat(output.toString().split("agent calls deprecated API v1", -1)).hasSize(3);
  }

  @Test
  void servesTheGuideItLinksTo() {
    HttpResponse<String> guide = send(request("/docs/migrating-v1-to-v2"));
    assertThat(guide.statusCode()).isEqualTo(200);
    assertThat(guide.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
    assertThat(guide.body()).startsWith("# Moving from v1 to v2").contains("naïve");
    assertProblem(send(request("/docs/migrating-v1-to-v2").DELETE()), METHOD_NOT_ALLOWED);
    assertProblem(send(request("/docs/application")), ROUTE_NOT_FOUND);
  }

  private static String links(String successor) {
    return "<%1$s>; rel=\"successor-version\", %2$s; rel=\"deprecation\", %2$s; rel=\"sunset\""
        .formatted(successor, GUIDE);
  }

  private Map<String, Double> counted() {
    return meters.find("deprecated.api.calls").counters().stream()
        .collect(java.util.stream.Collectors.toMap(LifecycleTest::nameOf, Counter::count));
  }

  private Map<String, Double> since(Map<String, Double> before) {
    Map<String, Double> now = counted();
    now.replaceAll((name, count) -> count - before.getOrDefault(name, 0.0));
    now.values().removeIf(count -> count == 0);
    return now;
  }

  private static String nameOf(Counter counter) {
    return String.join(
        " ",
        counter.getId().getTag("endpoint"),
        counter.getId().getTag("version"),
        counter.getId().getTag("client_id"));
  }
}
