package com.faultmaven.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.bench.load.Message;

/** Writes requests as a gateway sends them. */
final class Http {

  private Http() {}

  static Message get(String path, String user) {
    return Message.http(head("GET", path, user).append("\r\n").toString().getBytes(UTF_8), 200);
  }

  /**
   * @param headers each a line
   */
  static Message getAs(String path, String headers) {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    return Message.http(request.getBytes(UTF_8), 200);
  }

  static Message getAsService(String path, String user) {
    return Message.http(
        head("GET", path, user)
            .append("X-User-Roles: [\"service\"]\r\n\r\n")
            .toString()
            .getBytes(UTF_8),
        200);
  }

  /**
   * @param body JSON, in ASCII
   */
  static Message post(String path, String user, String body) {
    return withBody(head("POST", path, user), "application/json", body, 201);
  }

  static Message postOnce(String path, String user, String key, String body) {
    StringBuilder head = head("POST", path, user).append("Idempotency-Key: ").append(key);
    return withBody(head.append("\r\n"), "application/json", body, 201);
  }

  static Message patch(String path, String user, String body) {
    return withBody(head("PATCH", path, user), "application/merge-patch+json", body, 200);
  }

  static Message put(String path, String user, String body) {
    return withBody(head("PUT", path, user), "application/json", body, 200);
  }

  private static Message withBody(StringBuilder head, String type, String body, int status) {
    head.append("Content-Type: ").append(type);
    head.append("\r\nContent-Length: ").append(body.length());
    head.append("\r\n\r\n").append(body);
    return Message.http(head.toString().getBytes(UTF_8), status);
  }

  private static StringBuilder head(String method, String path, String user) {
    return new StringBuilder(256)
        .append(method)
        .append(' ')
        .append(path)
        .append(" HTTP/1.1\r\nHost: localhost\r\nX-User-ID: ")
        .append(user)
        .append("\r\n");
  }
}
