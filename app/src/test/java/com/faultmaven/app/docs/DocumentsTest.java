package com.faultmaven.app.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contracts, as they are served to anybody. */
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

  @ParameterizedTest
  @ValueSource(strings = {"/openapi/v2", "/openapi/v1", "/asyncapi/case-events"})
  void sayTheSameInJson(String path) {
    Answer json = anybody.get(path + ".json").is(200);
    byte[] yaml = anybody.get(path + ".yaml").is(200).body().getBytes(UTF_8);

    assertThat(json.header("Content-Type")).isEqualTo("application/json");
    assertThat(json.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(json.json()).isEqualTo(new YAMLMapper().readTree(yaml));
    anybody.with("If-None-Match", json.header("ETag")).get(path + ".json").is(304);
  }

  @Test
  void areAtEveryAddressTheManifestHas() {
    for (ContractDocument document : Contracts.packaged().documents()) {
      assertThat(anybody.get(document.address() + ".yaml").is(200).body())
          .isEqualTo(new String(document.text(), UTF_8));
      document.alsoAt().forEach(address -> anybody.get(address).is(200));
    }
  }

  @Test
  void areWhereTheOriginalServiceHadItsOwn() {
    Answer original = anybody.get("/openapi.json").is(200);

    assertThat(original.body()).isEqualTo(anybody.get("/openapi/v1.json").body());
    assertThat(original.at("/paths").propertyNames()).contains("/api/v1/cases", "/health");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi.json",
        "/openapi/v2.json",
        "/openapi/v2.yaml",
        "/asyncapi/case-events.json"
      })
  void mayBeLoadedByPagesOfAnyOrigin(String path) {
    Answer document = anybody.with("Origin", "https://editor.example").get(path).is(200);
    Answer again =
        anybody
            .with("Origin", "https://editor.example")
            .with("If-None-Match", document.header("ETag"))
            .get(path)
            .is(304);
    Answer asked =
        anybody
            .with("Origin", "https://editor.example")
            .with("Access-Control-Request-Method", "GET")
            .with("Access-Control-Request-Headers", "if-none-match")
            .send("OPTIONS", path, null, "")
            .is(200);

    for (Answer answer : List.of(document, again, asked)) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
    assertThat(document.header("Access-Control-Expose-Headers")).isEqualTo("ETag");
    assertThat(anybody.get(path).header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(
            anybody
                .with("Origin", "https://editor.example")
                .get("/docs")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
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
        "/openapi/v3.json",
        "/openapi/v2.xml",
        "/asyncapi/nothing.json",
        "/openapi/..%2Fschemas%2Fproblem.yaml",
        "/asyncapi/nothing.yaml",
        "/contracts/openapi/cases.v2.yaml",
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
