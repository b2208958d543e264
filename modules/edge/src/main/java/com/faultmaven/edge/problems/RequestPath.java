package com.faultmaven.edge.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The path a request was made to, fit to be shown: a valid URI reference of bounded length. */
final class RequestPath {

  private static final int LONGEST = 500;
  private static final String LEGAL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%";

  private RequestPath() {}

  static String of(HttpServletRequest request) {
    Object dispatchedFrom = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String sent = dispatchedFrom instanceof String uri ? uri : request.getRequestURI();
    return sent == null || !sent.startsWith("/") ? "/" : shown(sent);
  }

  private static String shown(String sent) {
    StringBuilder path = new StringBuilder();
    sent.codePoints()
        .limit(LONGEST)
        .forEach(
            character -> {
              if (LEGAL.indexOf(character) >= 0) {
                path.appendCodePoint(character);
              } else {
                escape(character, path);
              }
            });
    return path.toString();
  }

  private static void escape(int character, StringBuilder path) {
    for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      path.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
    }
  }
}
