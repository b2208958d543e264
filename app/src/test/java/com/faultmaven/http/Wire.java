package com.faultmaven.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answers to these very bytes, which no client library would send. */
record Wire(String answer) {

  /**
   * Sends a request of one connection.
   *
   * @param start its first line
   * @param headers beside those every request has, each ending in CRLF
   */
  static Wire send(int port, String start, String headers, String body) {
    String request =
        start
            + " HTTP/1.1\r\nHost: localhost\r\nX-User-ID: ada\r\nConnection: close\r\n"
            + headers
            + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
            + "\r\n"
            + body;
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new Wire(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Wire get(int port, String target) {
    return send(port, "GET " + target, "", "");
  }

  int status() {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  /** The header's value, or the empty string. */
  String header(String name) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  JsonNode json() {
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    boolean chunked = header("Transfer-Encoding").equals("chunked");
    return new JsonMapper().readTree(chunked ? body.split("\r\n")[1] : body);
  }
}
