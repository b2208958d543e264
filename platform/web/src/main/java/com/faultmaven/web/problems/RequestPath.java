package com.faultmaven.web.problems;

import com.faultmaven.web.SentRequest;
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
    String sent = SentRequest.path(request);
    return sent.startsWith("/") ? shown(sent) : "/";
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
