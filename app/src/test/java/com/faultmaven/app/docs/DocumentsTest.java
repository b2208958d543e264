package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contracts, as they are given to whoever asks. */
@IntegrationTest
class DocumentsTest {

  private final Api anybody;

  DocumentsTest(@LocalServerPort int port) {
    anybody = Api.on(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi/v2.yaml", "/openapi/v1.yaml"})
  void areGivenToAnybodyAsOneFile(String path) {
    Answer document = anybody.get(path).is(200);

    assertThat(document.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(document.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(document.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(document.body()).startsWith("openapi: 3.1.0\n").doesNotContain("../schemas");
  }

  @Test
  void areNotSentAgainToWhoHasThem() {
    String edition = anybody.get("/openapi/v2.yaml").is(200).header("ETag");

    Answer again = anybody.with("If-None-Match", edition).get("/openapi/v2.yaml").is(304);

    assertThat(edition).matches("\"[0-9a-f]{16}\"");
    assertThat(again.body()).isEmpty();
    anybody.with("If-None-Match", "\"older\"").get("/openapi/v2.yaml").is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi/v3.yaml",
        "/openapi/v2",
        "/openapi/..%2Fschemas%2Fproblem.yaml",
        "/asyncapi/nothing.yaml",
        "/contracts/openapi/case-service.v2.yaml",
        "/docs/nothing",
        "/docs/scripts/nothing.js",
        "/webjars/scalar/scalar.js",
        "/webjars/scalar/index.html"
      })
  void areAllThereIs(String path) {
    Answer refused = anybody.get(path);

    assertThat(refused.status()).isIn(400, 404);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void canOnlyBeRead() {
    anybody.post("/openapi/v2.yaml", "{}").is(405, "METHOD_NOT_ALLOWED");
    anybody.send("HEAD", "/openapi/v2.yaml", null, "").is(200);
  }
}
