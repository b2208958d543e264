package com.faultmaven.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The bearer token of a request, RFC 6750 section 2.1. */
final class SentToken {

  private static final String HEADER = "Authorization";
  private static final String SCHEME = "Bearer ";

  private SentToken() {}

  /** None if there is no such header, another scheme, or more than one. */
  static Optional<String> of(HttpServletRequest request) {
    return SentHeader.of(request, HEADER)
        .singleLine()
        .filter(line -> line.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(line -> line.substring(SCHEME.length()).strip());
  }

  /** Whether anything was sent as a credential, whatever it is worth. */
  static boolean isIn(HttpServletRequest request) {
    return request.getHeader(HEADER) != null;
  }
}
