package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.HEADERS_TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that a proxy in front may read in another way than the server does, each with a second
 * one in it, which then nobody checked. Before it is answered, the connection is as good as closed.
 */
class SmugglingTest extends WebTest {

  private static final String SMUGGLED =
      "POST /api/test/segments/smuggled/counts HTTP/1.1\r\nHost: x\r\nX-User-ID: mallory\r\n"
          + "Content-Length: 0\r\n\r\n";

  private int counted;

  @BeforeEach
  void count() {
    counted = Things.COUNTED.get();
  }

  @Test
  void wouldBeSeenHere() {
    String twice = SMUGGLED + SMUGGLED.replace("Host: x", "Host: x\r\nConnection: close");

    assertThat(sendRaw(twice).split("HTTP/1.1 200", -1)).hasSize(3);
    assertThat(Things.COUNTED).hasValue(counted + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 0\r\n",
        "Content-Length: 0\r\nContent-Length: 0\r\n",
        "Content-Length: 0, 4\r\n",
        "Content-Length: +4\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0x4\r\n",
        "Content-Length: 4 4\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length : 0\r\n",
        "Content-Length\t: 0\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: chunked, chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: \u000bchunked\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding: \"chunked\"\r\n",
        "Transfer_Encoding: chunked\r\nX\u0000: y\r\n",
        "X: y\rContent-Length: 4\r\n",
        ": y\r\n",
        "X y\r\n",
        " X: y\r\n",
        "X: y\r\n z\r\n",
        "X: y\nContent-Length: 0\r\n",
        "X: y\n\n",
      })
  void areRefusedForTheirHeaders(String headers) {
    assertRefused(
        "POST /api/test/segments/x/counts HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n"
            + headers
            + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://other.example.com/api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
        "GET https://x@y/api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
        "GET api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
        "GET localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nX-User-ID: alice\r\n\r\n",
        "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nX-User-ID: alice\r\n\r\n",
        "GET /api/test/things HTTP/1.1\r\nX-User-ID: alice\r\n\r\n",
        "GET /api/test/things HTTP/1.1\r\nHost: x\r\nHost: y\r\nX-User-ID: alice\r\n\r\n",
        "GET /api/test/things HTTP/1.1\r\nHost: x, y\r\nX-User-ID: alice\r\n\r\n",
        "GET /api/test/things HTTP/1.2\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
        "GET /api/test/things HTTP/2.0\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
        "GET /api/test/things\u0000 HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
        "G\u0001T /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n\r\n",
      })
  void areRefusedForTheirLine(String request) {
    assertRefused(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4;a=b\r\nabcd\r\n0\r\n\r\n",
        "0;\r\n\r\n",
        "+4\r\nabcd\r\n0\r\n\r\n",
        "0x4\r\nabcd\r\n0\r\n\r\n",
        "-1\r\n\r\n",
        "4 \r\nabcd\r\n0\r\n\r\n",
        "4\nabcd\n0\n\n",
        "4\r\nabcdef\r\n0\r\n\r\n",
        "fffffffffffffffff\r\nabcd\r\n0\r\n\r\n",
        "0\r\nX-User-ID: mallory\r\n\r\n",
        "\r\n0\r\n\r\n",
        "g\r\n\r\n",
      })
  void areRefusedForTheirChunks(String chunks) {
    assertRefused(
        "POST /api/test/segments/x/counts HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + chunks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "transfer-encoding: chunked\r\nX: y\r\nCONTENT-LENGTH: 0\r\n",
      })
  void areRefusedForALengthBesideChunks(String headers) {
    assertRefused(
        "POST /api/test/segments/x/counts HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n"
            + headers
            + "\r\n0\r\n\r\n");
  }

  @Test
  void areNotRefusedForComingInChunks() {
    String body = "{\"name\":\"chunks\"}";
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";

    assertThat(
            sendRaw(
                "POST /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n"
                    + "Connection: close\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding:  chunked \r\n\r\n"
                    + chunk))
        .startsWith("HTTP/1.1 201");
  }

  @Test
  void areOfNoOtherVersionOfHttp() {
    assertThat(sendRaw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SMUGGLED)).isEmpty();
    assertThat(Things.COUNTED).hasValue(counted);
  }

  @Test
  void mayNotHaveMoreHeadersThanAreRead() {
    String many = "X-A: b\r\n".repeat(200);
    String huge = "X-A: " + "b".repeat(20 * 1024) + "\r\n";

    assertRefused(
        "GET /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n" + many + "\r\n");
    String answer =
        sendRaw("GET /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\n" + huge + "\r\n");
    assertRawProblem(answer, HEADERS_TOO_LARGE);
    assertThat(answer).contains("\r\nConnection: close\r\n");
    String longLine =
        "GET /api/test/things?x=" + "y".repeat(20 * 1024) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    assertRefused(longLine);
  }

  /** Answered once, with a refusal, and closed: what follows is nobody's request. */
  private void assertRefused(String request) {
    String answer = sendRaw(request + SMUGGLED);

    assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d.*");
    assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
    assertThat(Things.COUNTED).as(answer).hasValue(counted);
  }
}
