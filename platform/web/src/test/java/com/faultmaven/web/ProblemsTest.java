package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.CommonProblem;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends WebTest {

  @ParameterizedTest
  @CsvSource({
    "/nope, ROUTE_NOT_FOUND",
    "/api/nope, ROUTE_NOT_FOUND",
    "/error, ROUTE_NOT_FOUND",
    "/api/test/failures/refusal, VERSION_CONFLICT",
    "/api/test/failures/overtaken, VERSION_CONFLICT",
    "/api/test/failures/timeout, SERVICE_UNAVAILABLE",
    "/api/test/failures/locked, SERVICE_UNAVAILABLE",
    "/api/test/failures/closed, SERVICE_UNAVAILABLE",
    "/api/test/failures/exhausted, SERVICE_UNAVAILABLE",
    "/api/test/failures/overdue, SERVICE_UNAVAILABLE",
    "/api/test/failures/unknown, SERVICE_UNAVAILABLE",
    "/api/test/failures/broken-off, INTERNAL_ERROR",
    "/api/test/failures/aborted, MALFORMED_BODY",
    "/api/test/failures/bug, INTERNAL_ERROR",
    "/api/test/failures/error, INTERNAL_ERROR",
    "/api/test/failures/sent, ROUTE_NOT_FOUND",
    "/api/test/failures/500, INTERNAL_ERROR",
    "/api/test/failures/418, BAD_REQUEST",
  })
  void saysWhatWentWrong(String path, CommonProblem type) {
    assertProblem(send(asAlice(path)), type);
  }

  @ParameterizedTest
  @CsvSource({"timeout, 5", "locked, 1", "closed, 5", "unknown, 5", "SQL-25006, 5"})
  void tellsWhenToTryAgain(String kind, String seconds) {
    assertThat(send(asAlice("/api/test/failures/" + kind)).headers().firstValue("Retry-After"))
        .hasValue(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "08001, SERVICE_UNAVAILABLE", // refused, or closed while it was made
    "08006, SERVICE_UNAVAILABLE", // broken
    "25006, SERVICE_UNAVAILABLE", // became a standby
    "25P03, SERVICE_UNAVAILABLE", // idle in a transaction for too long
    "40001, SERVICE_UNAVAILABLE", // serialization
    "40P01, SERVICE_UNAVAILABLE", // deadlock
    "53100, SERVICE_UNAVAILABLE", // disk full
    "53300, SERVICE_UNAVAILABLE", // too many connections
    "55P03, SERVICE_UNAVAILABLE", // lock not available
    "57014, SERVICE_UNAVAILABLE", // statement timeout
    "57P01, SERVICE_UNAVAILABLE", // shut down
    "57P03, SERVICE_UNAVAILABLE", // starting up
    "58030, SERVICE_UNAVAILABLE", // disk broken
    "22021, INTERNAL_ERROR",
    "23505, INTERNAL_ERROR",
    "42P01, INTERNAL_ERROR",
  })
  void knowsWhatTheDatabaseSaysBelowWhateverWrapsIt(String state, CommonProblem type) {
    assertProblem(send(asAlice("/api/test/failures/SQL-" + state)), type);
  }

  @Test
  void saysWhetherRepeatingIsSafeWhereTheOutcomeIsUnknown() {
    var problem = assertProblem(send(asAlice("/api/test/failures/unknown")), SERVICE_UNAVAILABLE);
    assertThat(problem.path("detail").asString()).contains("not known", "Idempotency-Key");
  }

  @Test
  void tellsNothingToAClientThatWentAway() {
    assertThat(send(asAlice("/api/test/failures/gone")).body()).isEmpty();
  }

  @Test
  void keepsWhatARefusalAdds() {
    var problem = assertProblem(send(asAlice("/api/test/failures/refusal")), VERSION_CONFLICT);
    assertThat(problem.path("current_version").asInt()).isEqualTo(7);
  }

  @Test
  void logsTheRouteInsteadOfThePath(CapturedOutput output) {
    send(asAlice("/api/test/failures/bug"));
    send(asAlice("/api/test/failures/SQL-08006"));

    assertThat(output)
        .contains("GET /api/test/failures/{kind} failed")
        .contains("GET /api/test/failures/{kind} is unavailable: ")
        .doesNotContain("failures/bug", "failures/SQL-08006");
  }

  @Test
  void namesTheMethodsAnAddressKnows() {
    var response = send(asAlice("/api/test/things").DELETE());
    assertProblem(response, METHOD_NOT_ALLOWED);
    assertThat(response.headers().firstValue("Allow").orElseThrow().split(","))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
  }

  @Test
  void refusesMethodsNobodyKnows() {
    var response = send(asAlice("/api/test/things").method("BREW", BodyPublishers.noBody()));
    assertProblem(response, METHOD_NOT_ALLOWED);
  }

  @Test
  void refusesTrace() {
    assertRawProblem(
        sendRaw(
            "TRACE /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\nConnection: close\r\n\r\n"),
        METHOD_NOT_ALLOWED);
  }

  @Test
  void isAProblemEvenForThoseWhoAcceptNone() {
    assertProblem(send(asAlice("/api/test/things").header("Accept", "text/plain")), NOT_ACCEPTABLE);
    assertProblem(send(asAlice("/nope").header("Accept", "text/html")), ROUTE_NOT_FOUND);
    assertProblem(send(asAlice("/api/test/things").header("Accept", "x")), NOT_ACCEPTABLE);
  }

  @Test
  void namesTheMediaTypesAnAddressReads() {
    var response =
        send(
            asAlice("/api/test/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertProblem(response, UNSUPPORTED_MEDIA_TYPE);
    assertThat(response.headers().firstValue("Accept")).hasValue("application/json");
    var patch =
        send(
            asAlice("/api/test/things/1")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{}")));
    assertProblem(patch, UNSUPPORTED_MEDIA_TYPE);
    assertThat(patch.headers().firstValue("Accept-Patch")).hasValue("application/merge-patch+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "nonsense",
        "application/x-www-form-urlencoded"
      })
  void refusesOtherMediaTypes(String type) {
    assertProblem(
        send(
            asAlice("/api/test/things")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("a=b"))),
        UNSUPPORTED_MEDIA_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"name\":\"a\"",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\"}{}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{'name':'a'}",
        "{\"name\":\"\t\"}",
        "{\"count\":NaN}",
        "{\"count\":01}",
      })
  void refusesWhatIsNotJson(String body) {
    assertProblem(send(post("/api/test/things", body)), MALFORMED_BODY);
  }

  @Test
  void refusesBodiesNobodyWouldWrite() {
    String deep = "{\"metadata\":" + "[".repeat(101) + "]".repeat(101) + "}";
    assertProblem(send(post("/api/test/things", deep)), MALFORMED_BODY);
    String digits = "{\"count\":" + "1".repeat(1001) + "}";
    assertProblem(send(post("/api/test/things", digits)), VALIDATION_FAILED);
    assertProblem(
        send(
            asAlice("/api/test/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xC3, '"'}))),
        MALFORMED_BODY);
  }

  @Test
  void refusesABodyThatBreaksOff() {
    assertRawProblem(
        sendRaw(
            """
            POST /api/test/things HTTP/1.1\r
            Host: x\r
            X-User-ID: alice\r
            Content-Type: application/json\r
            Transfer-Encoding: chunked\r
            Connection: close\r
            \r
            zz\r
            """),
        MALFORMED_BODY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_048_577, 2 * 1_048_576, 10 * 1_048_576})
  void refusesLargeBodiesSoThatTheClientSeesIt(int size) {
    assertProblem(send(post("/api/test/things", " ".repeat(size))), BODY_TOO_LARGE);
    var chunked =
        asAlice("/api/test/things")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])));
    assertProblem(send(chunked), BODY_TOO_LARGE);
  }

  @Test
  void readsTheLargestBody() {
    String body = "{\"name\":\"largest\"}";
    assertThat(
            send(post("/api/test/things", body + " ".repeat(1_048_576 - body.length())))
                .statusCode())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v2/cases/%00 HTTP/1.1",
        "GET /api/v2/cases/%zz HTTP/1.1",
        "GET /../x HTTP/1.1",
        "G@T / HTTP/1.1",
        "GET / HTTP/9.9",
        "GET nowhere HTTP/1.1",
      })
  void saysSoWhereTomcatRefuses(String line) {
    assertRawProblem(
        sendRaw(line + "\r\nHost: x\r\nX-User-ID: alice\r\nConnection: close\r\n\r\n"),
        BAD_REQUEST);
  }

  @Test
  void saysSoWhereHeadersAreTooLargeOrBad() {
    String large = "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n";
    assertRawProblem(sendRaw(large), HEADERS_TOO_LARGE);
    assertRawProblem(sendRaw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), BAD_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=%zz", "limit=%ff", "%00=1", "q=%ED%A0%80"})
  void refusesQueriesThatCannotBeDecoded(String query) {
    assertRawProblem(
        sendRaw(
            "GET /api/test/things?"
                + query
                + " HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\nConnection: close\r\n\r\n"),
        INVALID_PARAMETER);
  }
}
