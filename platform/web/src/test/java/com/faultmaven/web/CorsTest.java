package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.PERMISSION_DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = "faultmaven.cors.origins=https://app.example.com,https://b.example.com")
class CorsTest extends WebTest {

  @Test
  void letsConfiguredPagesCall() {
    var response = send(asAlice("/api/test/caller").header("Origin", "https://b.example.com"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://b.example.com");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .contains("X-Correlation-ID", "X-Request-ID");
  }

  /** As the dashboard does, for which a page asks before. */
  @Test
  void letsThemSendCredentials() {
    HttpResponse<String> preflight =
        send(
            request("/v1/test/logout")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-user-id")
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://app.example.com");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("authorization", "x-user-id");
    assertThat(preflight.headers().allValues("Vary")).contains("Origin");
  }

  /** What an extension posts names it, also where its user lets it call any address. */
  @ParameterizedTest
  @ValueSource(strings = {"chrome-extension://abcdefghijklmnop", "moz-extension://0f3b"})
  void holdsNoExtensionToTheListOfPages(String extension) {
    HttpResponse<String> called = send(asAlice("/api/test/caller").header("Origin", extension));

    assertThat(called.statusCode()).isEqualTo(200);
    assertThat(called.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(called.headers().allValues("Vary")).contains("Origin");
    assertProblem(
        send(
            request("/api/test/caller")
                .header("Origin", extension)
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody())),
        PERMISSION_DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://chrome-extension",
        "chrome-extension",
        "file://chrome-extension://x"
      })
  void takesNoPageForAnExtension(String origin) {
    assertProblem(send(asAlice("/api/test/caller").header("Origin", origin)), PERMISSION_DENIED);
  }

  @Test
  void refusesOthers() {
    HttpResponse<String> response =
        send(asAlice("/api/test/caller").header("Origin", "https://evil.example.com"));
    assertProblem(response, PERMISSION_DENIED);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertProblem(
        send(
            request("/api/test/caller")
                .header("Origin", "https://evil.example.com")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody())),
        PERMISSION_DENIED);
  }
}
