package com.faultmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SurfaceTest {

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status[]=x", "a{b}=1", "a|b=1", "a^b=1", "a`b=1", "a%5B%5D=1"})
  void ignoresOddParametersInVersion1AndNamesThemInVersion2(String query) {
    Wire v1 = Wire.get(port, "/api/v1/cases?" + query);
    assertThat(v1.status()).isEqualTo(200);
    assertThat(v1.header("Sunset")).isNotEmpty();

    Wire v2 = Wire.get(port, "/api/v2/cases?" + query);
    assertThat(v2.status()).isEqualTo(400);
    assertThat(v2.json().at("/instance").asString()).isEqualTo("/api/v2/cases");
    assertThat(v2.json().at("/errors/0/code").asString()).isEqualTo("unknown_parameter");
    assertThat(v2.json().at("/errors/0/parameter").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/ready"})
  void answersProbesInJsonWhateverTheyAccept(String probe) {
    for (String accept : List.of("text/html", "text/plain;charset=ISO-8859-1", "x", "*/*;q=0")) {
      for (String method : List.of("GET ", "HEAD ")) {
        Wire answer = Wire.send(port, method + probe, "Accept: " + accept + "\r\n", "");
        assertThat(answer.status()).as(accept).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/metrics", "/docs", "/openapi/v2.yaml", "/docs/migrating-v1-to-v2", "/nothing"})
  void saysOfPublicAnswersWhoMayKeepThem(String address) {
    assertThat(Wire.get(port, address).header("Cache-Control")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v2/cases, 'GET,HEAD,POST,OPTIONS', ''",
    "/api/v2/cases/facets, 'GET,HEAD,OPTIONS', ''",
    "/api/v2/cases/case_000000000000, 'GET,HEAD,PATCH,DELETE,OPTIONS', application/merge-patch+json",
    "/api/v2/cases/case_000000000000/tags, 'GET,HEAD,POST,PUT,OPTIONS', ''",
    "/api/v2/admin/dead-letters/replay, 'POST,OPTIONS', ''",
    "/api/v1/cases/case_000000000000, 'GET,HEAD,PUT,DELETE,OPTIONS', ''",
  })
  void namesTheMethodsThatAreThere(String address, String methods, String patches) {
    Answer options = api.send("OPTIONS", address, null, "").is(200);
    assertThat(options.header("Allow").split(",\\s*"))
        .containsExactlyInAnyOrder(methods.split(","));
    assertThat(options.header("Accept-Patch")).isEqualTo(patches);

    for (String method : List.of("TRACE", "LOCK")) {
      Wire other = Wire.send(port, method + " " + address, "", "");
      assertThat(other.status()).isEqualTo(405);
      assertThat(other.header("Allow")).as(method).isEqualTo(options.header("Allow"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/health, 'GET,HEAD,OPTIONS'",
    "/openapi/v2.yaml, 'GET,HEAD,OPTIONS'",
    "/nothing, ''",
    "/api/v2/nothing, ''",
  })
  void echoesNothing(String address, String methods) {
    Wire traced = Wire.send(port, "TRACE " + address, "X-Secret: s3cret\r\n", "");
    assertThat(traced.status()).isEqualTo(methods.isEmpty() ? 404 : 405);
    assertThat(traced.header("Allow")).isEqualTo(methods);
    assertThat(traced.answer()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "FOO", "PROPFIND"})
  void refusesOtherMethods(String method) {
    Wire v2 = Wire.send(port, method + " " + path, "X-Correlation-ID: trace-it-here\r\n", "");
    assertThat(v2.status()).isEqualTo(405);
    assertThat(v2.json().at("/code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(v2.json().at("/correlation_id").asString()).isEqualTo("trace-it-here");
    assertThat(v2.json().at("/instance").asString()).isEqualTo(path);
    assertThat(v2.header("Allow")).isEqualTo(api.send("OPTIONS", path, null, "").header("Allow"));

    Wire v1 = Wire.send(port, method + " /api/v1/cases", "", "");
    assertThat(v1.status()).isEqualTo(405);
    assertThat(v1.json().at("/detail").asString()).isEqualTo("Method Not Allowed");
    assertThat(v1.header("Allow").split(","))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
    assertThat(v1.header("Sunset")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "POST", "PUT", "DELETE"})
  void readsNoForms(String method) {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    for (String target : List.of(path, path + "/tags", path + "/archive", "/api/v1/cases")) {
      assertThat(Wire.send(port, method + " " + target, form, "a=%zz&b=%").status())
          .as(target)
          .isBetween(400, 422);
    }
  }

  @Test
  void readsAVersion1BodyWithAByteOrderMark() {
    Wire opened =
        Wire.send(
            port,
            "POST /api/v1/cases",
            "Content-Type: application/json\r\n",
            "\u00EF\u00BB\u00BF{\"title\":\"marked\"}");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.json().at("/title").asString()).isEqualTo("marked");
  }

  @Test
  void knowsThatThereIsSomething() {
    for (String address : List.of(path, path + "/tags")) {
      Answer unchanged = api.with("If-None-Match", "*").get(address).is(304);
      assertThat(unchanged.header("ETag")).isNotEmpty();
    }
    api.with("If-None-Match", "*").get(path + "x").is(404, "CASE_NOT_FOUND");
    api.with("If-None-Match", api.get(path).header("ETag")).get(path).is(304);
  }

  @Test
  void explainsAWeakTag() {
    Answer refused = api.with("If-Match", "W/\"1\"").patch(path, "{\"title\":\"x\"}");
    refused.is(412, "VERSION_CONFLICT");
    assertThat(refused.text("/detail")).contains("weak");
    assertThat(api.with("If-Match", "\"7\"").patch(path, "{}").is(412).text("/detail"))
        .doesNotContain("weak");
  }

  @Test
  void readsNoCodedBodies() {
    Answer refused = api.with("Content-Encoding", "gzip").post("/api/v2/cases", "{}");
    refused.is(415, "UNSUPPORTED_MEDIA_TYPE");
    assertThat(refused.header("Accept-Encoding")).isEqualTo("identity");
    api.with("Content-Encoding", "gzip").post("/api/v1/cases", "{}").is(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json;charset=ISO-8859-1 | true",
        "application/json;profile=x | true",
        "text/html;q=0.9,*/*;q=0.1 | true",
        "text/html | false",
        "application/json;q=0 | false",
      })
  void decidesOnAcceptBeforeAnythingIsDone(String accept, boolean json) {
    Api asking = api.with("Accept", accept);
    Answer opened = asking.post("/api/v2/cases", "{}").is(json ? 201 : 406);
    assertThat(opened.header("Content-Type"))
        .isEqualTo(json ? "application/json" : "application/problem+json");
    assertThat(api.get("/api/v2/cases").at("/total").asInt()).isEqualTo(json ? 2 : 1);
    for (String address :
        List.of(path, path + "/tags", path + "/messages", "/api/v2/cases", "/api/v2/tags")) {
      asking.get(address).is(json ? 200 : 406);
    }
    asking.with("X-User-Roles", "admin").get("/api/v2/events").is(json ? 200 : 406);
    asking.with("X-User-Roles", "admin").get("/api/v2/admin/dead-letters").is(json ? 200 : 406);
    asking.put(path + "/archive").is(204);
    asking.get("/api/v2/cases/none").is(json ? 404 : 406);
    asking.delete("/api/v2/cases/none").is(404, "CASE_NOT_FOUND");
    asking.get("/api/v1/cases").is(200);
    asking.post("/api/v1/cases", "{}").is(201);
    asking.delete(path).is(204);
  }
}
