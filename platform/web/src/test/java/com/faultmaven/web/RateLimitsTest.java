package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.RATE_LIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Whoever asks too often waits, and nobody else. The rates are so low that nothing comes back. */
@TestPropertySource(
    properties = {
      "faultmaven.rate-limits.user.reads=3/1d",
      "faultmaven.rate-limits.user.writes=2/1d",
      "faultmaven.rate-limits.client.reads=50/1d",
      "faultmaven.rate-limits.network.reads=4/1d",
      "faultmaven.api.clients=dashboard,agent,tests",
      "faultmaven.limits.trusted-proxies=127.0.0.0/8,::1,10.0.0.0/8",
    })
class RateLimitsTest extends WebTest {

  private static final Pattern LEFT = Pattern.compile("\"user-reads\";r=(\\d+);t=(\\d+)");

  private final String user = UUID.randomUUID().toString();

  @Test
  void tellsWhatIsLeftWithEveryAnswer() {
    HttpResponse<String> answer = send(read(user));

    assertThat(answer.headers().firstValue("RateLimit-Policy").orElseThrow())
        .startsWith("\"user-reads\";q=3;w=86400");
    assertThat(left(answer)).isEqualTo(2);
    assertThat(
            left(
                send(
                    request("/api/test/nothing")
                        .header("X-User-ID", user)
                        .header("X-Client-ID", "tests"))))
        .isEqualTo(1);
    assertThat(left(send(read(user).HEAD()))).isZero();
  }

  @Test
  void refusesWhatIsTooMuchAndSaysWhenToComeAgain() {
    for (int i = 0; i < 3; i++) {
      assertThat(send(read(user)).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = send(read(user));

    assertThat(assertProblem(refused, RATE_LIMITED).path("detail").asString())
        .startsWith("More than 3 in 86400 s are not allowed; nothing was done.");
    assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(28_000L, 28_800L);
    assertThat(left(refused)).isZero();
    assertThat(send(read("another-" + user)).statusCode()).isEqualTo(200);
  }

  /** Else nobody is limited who names another one each time. */
  @Test
  void countsWhatAUserDoesInAllOrganizationsTogether() {
    for (int i = 0; i < 3; i++) {
      assertThat(send(readIn("organization-" + i)).statusCode()).isEqualTo(200);
    }

    assertProblem(send(readIn("organization-3")), RATE_LIMITED);
  }

  @Test
  void countsWritesForThemselves() {
    for (int i = 0; i < 3; i++) {
      send(read(user));
    }
    for (int i = 0; i < 2; i++) {
      assertThat(send(write()).statusCode()).isEqualTo(201);
    }

    HttpResponse<String> refused = send(write());

    assertProblem(refused, RATE_LIMITED);
    assertThat(refused.headers().firstValue("RateLimit").orElseThrow())
        .startsWith("\"user-writes\";r=0;t=86400");
  }

  @Test
  void countsClientsByTheirNameAndThoseWithoutAKnownOneTogether() {
    assertThat(readAs("agent")).isEqualTo(50);
    assertThat(readAs("agent-" + user) + readAs("whoever") + readAs(" ")).isEqualTo(100);
    assertThat(readAs("dashboard")).isEqualTo(50);
  }

  @Test
  void countsWhatIsPublicByTheNetworkItComesFrom() {
    for (int i = 0; i < 4; i++) {
      assertThat(send(from("192.0.2." + i)).statusCode()).isEqualTo(200);
    }

    assertProblem(send(from("192.0.2.99")), RATE_LIMITED);
    assertProblem(send(from("198.51.100.1, 192.0.2.99, 10.1.2.3")), RATE_LIMITED);
    assertThat(send(from("192.0.3.1")).statusCode()).isEqualTo(200);
  }

  @Test
  void showsPagesWhatIsLeft() {
    HttpResponse<String> answer = send(read(user).header("Origin", "https://app.example.com"));

    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .contains("RateLimit, RateLimit-Policy");
  }

  /** How many of 60 requests, of as many users, are answered. */
  private int readAs(String client) {
    int answered = 0;
    for (int i = 0; i < 60; i++) {
      if (send(read(UUID.randomUUID().toString()).setHeader("X-Client-ID", client)).statusCode()
          == 200) {
        answered++;
      }
    }
    return answered;
  }

  private HttpRequest.Builder from(String forwarded) {
    return request("/api/v1/services").header("X-Forwarded-For", forwarded);
  }

  private HttpRequest.Builder read(String who) {
    return request("/api/test/things").header("X-User-ID", who).header("X-Client-ID", "tests");
  }

  private HttpRequest.Builder readIn(String organization) {
    return read(user).header("X-Organization-ID", organization);
  }

  private HttpRequest.Builder write() {
    String thing = "{\"name\":\"" + UUID.randomUUID().toString().substring(0, 8) + "\"}";
    return post("/api/test/things", thing).setHeader("X-User-ID", user);
  }

  private static long left(HttpResponse<String> answer) {
    Matcher left = LEFT.matcher(answer.headers().firstValue("RateLimit").orElseThrow());
    assertThat(left.find()).isTrue();
    return Long.parseLong(left.group(1));
  }
}
