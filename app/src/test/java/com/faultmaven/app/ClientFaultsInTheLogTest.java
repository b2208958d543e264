package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client's faults are reported in the response, not in the log. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ClientFaultsInTheLogTest {

  private final int port;
  private final Api api;

  ClientFaultsInTheLogTest(@LocalServerPort int port) {
    this.port = port;
    this.api = Api.on(port).asSomebody();
  }

  @Test
  void isNothingOfWhatTheApiRefuses(CapturedOutput output) {
    api.get("/api/v2/nothing").is(404);
    api.get("/nothing").is(404);
    api.get("/api/v2/cases?limit=x").is(400);
    api.get("/api/v2/cases?q=%ff").is(400);
    api.post("/api/v2/cases", "{").is(400);
    api.post("/api/v2/cases", "{\"title\":5}").is(422);
    api.post("/api/v2/cases", " ".repeat(1_048_577)).is(413);
    api.send("POST", "/api/v2/cases", "text/plain", "x").is(415);
    api.send("PUT", "/api/v2/cases", "application/json", "{}").is(405);
    api.with("Accept", "text/plain").get("/api/v2/cases").is(406);
    Api.on(port).get("/api/v2/cases").is(401);

    assertThat(loudLinesOf(output)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v2/cases?q=[x] HTTP/1.1",
        "GET /api/v2/cases/%00 HTTP/1.1",
        "G@T / HTTP/1.1",
        "GET / HTTP/9.9",
        "nonsense",
        "POST /api/v2/cases HTTP/1.1\r\nTransfer-Encoding: chunked\r\nX-User-ID: ada\r\nContent-Type: application/json\r\n\r\nzz",
        "GET /api/v2/cases HTTP/1.1\r\nX-User-ID: ada\r\nCookie: a=\"b\r\nBad Header: x"
      })
  void isNothingOfWhatIsNoRequest(String request, CapturedOutput output) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              (request + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }

    assertThat(loudLinesOf(output)).isEmpty();
  }

  /** Lines written while serving requests, but for what the very first one sets up. */
  private static List<String> loudLinesOf(CapturedOutput output) {
    return output
        .getAll()
        .lines()
        .filter(line -> line.contains("-exec-") || line.startsWith("\tat "))
        .filter(line -> !line.contains("ispatcherServlet"))
        .toList();
  }
}
