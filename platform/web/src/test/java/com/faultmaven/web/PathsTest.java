package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.BAD_REQUEST;
import static com.faultmaven.kernel.CommonProblem.ROUTE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a segment of a path belongs to it, or the request is refused. */
class PathsTest extends WebTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "bob, bob",
        "bob;x, bob;x",
        "bob;a=1;b=2, bob;a=1;b=2",
        "bob%3Bx, bob;x",
        ";, ;",
        "ci%2Fcd, ci/cd",
        "ci%5Ccd, ci\\cd",
        "caf%C3%A9, café",
        "a+b, a+b",
        "a%20b, a b",
        "a%25zz, a%zz",
        "[x], [x]",
        "a|b^c{d}, a|b^c{d}",
        "..., ...",
        "a..b, a..b",
      })
  void readsAllOfASegment(String sent, String read) {
    String answer = sendRaw(get("/api/test/segments/" + sent));

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(JSON.readTree(body(answer)).path("segment").asString()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/test/segments/.",
        "/api/test/segments/..",
        "/api/test/segments/%2e",
        "/api/test/segments/%2E%2e",
        "/api/test/segments/..;x",
        "/api/test/segments/%2e;x",
        "/api/./test/segments/x",
        "/x/../api/test/segments/x",
        "/api/test/segments/%ff",
        "/api/test/segments/%C0%AF",
        "/api/test/segments/%ED%A0%80",
        "/api/test/segments/%zz",
        "/api/test/segments/%00",
      })
  void refusesWhatIsReadInMoreThanOneWay(String path) {
    assertRawProblem(sendRaw(get(path)), BAD_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/test//segments/x",
        "/api/test/segments/x/",
        "/api/test/segments/a/b",
        "/api;x/test/segments/x",
      })
  void findsNothingAtOtherPaths(String path) {
    assertRawProblem(sendRaw(get(path)), ROUTE_NOT_FOUND);
  }

  @Test
  void readsAPathWithASlashAtItsEndLikeTheOneWithout() {
    var created = send(post("/api/test/things/", "{\"name\":\"slash\"}"));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    var invalid = send(post("/api/test/things/?colour=red", "{\"name\":\"slash\"}"));
    assertThat(invalid.statusCode()).as(invalid.body()).isEqualTo(400);
    assertThat(json(invalid).path("errors").path(0).path("parameter").asString())
        .isEqualTo("colour");

    assertThat(send(request("/api/test/things/")).statusCode()).isEqualTo(401);
    assertRawProblem(sendRaw(get("/api/test/things//")), ROUTE_NOT_FOUND);
    assertRawProblem(sendRaw(get("/api/test/nothing/")), ROUTE_NOT_FOUND);
    assertRawProblem(sendRaw(get("/api/test/things/%zz/")), BAD_REQUEST);
  }

  @Test
  void repeatsARequestUnderItsKeyHoweverThePathIsEscaped() {
    String key = "Idempotency-Key: " + UUID.randomUUID();
    String first = sendRaw(keyed("/api/test/segments/bob;x/counts", key));
    String again = sendRaw(keyed("/api/test/segments/bob%3Bx/counts", key));
    String other = sendRaw(keyed("/api/test/segments/bob/counts", key));

    assertThat(body(again)).isEqualTo(body(first)).contains("bob;x");
    assertThat(other).doesNotContain("Idempotency-Replayed");
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\nConnection: close\r\n\r\n";
  }

  private static String keyed(String path, String header) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\nContent-Length: 0\r\nConnection: close\r\n"
        + header
        + "\r\n\r\n";
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
