package com.faultmaven.web.lifecycle;

import com.faultmaven.web.SentRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.springframework.web.util.UriUtils;

/**
 * The path a request was made to, as it was sent, but fit to stand in a header: nothing in it ends
 * a link or a line, and its length is bounded.
 */
final class LinkedPath {

  private static final String NONE = "/";
  private static final int LONGEST = 1000;

  /** RFC 3986's pchar, less the comma and semicolon that would confuse a simple reader of links. */
  private static final BitSet LEGAL = new BitSet(128);

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+=:@/"
        .chars()
        .forEach(LEGAL::set);
  }

  private LinkedPath() {}

  /** The path; that of the root if it is too long, or leads up. */
  static String of(HttpServletRequest request) {
    String sent = SentRequest.path(request);
    if (!sent.startsWith("/") || sent.length() > LONGEST) {
      return NONE;
    }
    String path = isLegal(sent) ? sent : cleaned(sent);
    return leadsUp(path) || path.length() > LONGEST ? NONE : path;
  }

  private static boolean isLegal(String sent) {
    for (int i = 0; i < sent.length(); i++) {
      if (!LEGAL.get(sent.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean leadsUp(String path) {
    return path.contains("/.") || path.contains("%2e") || path.contains("%2E");
  }

  private static String cleaned(String sent) {
    StringBuilder path = new StringBuilder(sent.length() + 16);
    for (int i = 0; i < sent.length(); i += Character.charCount(sent.codePointAt(i))) {
      int character = sent.codePointAt(i);
      if (LEGAL.get(character) || isEscape(sent, i)) {
        path.appendCodePoint(character);
      } else {
        path.append(UriUtils.encode(Character.toString(character), StandardCharsets.UTF_8));
      }
    }
    return path.toString();
  }

  private static boolean isEscape(String sent, int at) {
    return sent.charAt(at) == '%'
        && at + 2 < sent.length()
        && Character.digit(sent.charAt(at + 1), 16) >= 0
        && Character.digit(sent.charAt(at + 2), 16) >= 0
        && sent.charAt(at + 1) < 128
        && sent.charAt(at + 2) < 128;
  }
}
