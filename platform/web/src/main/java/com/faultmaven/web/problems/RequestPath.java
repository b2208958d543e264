package com.faultmaven.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path a request was made to, fit to be shown: a valid URI reference of bounded length. */
final class RequestPath {

  private static final int LONGEST = 500;
  private static final Pattern STEP =
      Pattern.compile(
          "%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@/-]|(?<illegal>.)", Pattern.DOTALL);

  private RequestPath() {}

  static String of(HttpServletRequest request) {
    Object dispatchedFrom = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String sent = dispatchedFrom instanceof String uri ? uri : request.getRequestURI();
    return sent == null || !sent.startsWith("/") ? "/" : shown(sent);
  }

  /** The path that says whose contract answers: as the container read it, else as it was sent. */
  static String read(HttpServletRequest request) {
    String path = request.getServletPath();
    boolean dispatched = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
    return dispatched || path == null || path.isEmpty() ? of(request) : path;
  }

  /** The method the request was made with; a dispatch to the error page is always a GET. */
  static String method(HttpServletRequest request) {
    Object dispatchedFrom = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    return dispatchedFrom instanceof String method ? method : request.getMethod();
  }

  private static String shown(String sent) {
    StringBuilder path = new StringBuilder();
    Matcher step = STEP.matcher(sent);
    // an escaped octet is kept or left out as a whole
    while (step.find() && step.end() <= LONGEST) {
      String illegal = step.group("illegal");
      path.append(illegal == null ? step.group() : escaped(illegal));
    }
    return path.toString();
  }

  private static String escaped(String character) {
    return "%"
        + HexFormat.ofDelimiter("%")
            .withUpperCase()
            .formatHex(character.getBytes(StandardCharsets.UTF_8));
  }
}
