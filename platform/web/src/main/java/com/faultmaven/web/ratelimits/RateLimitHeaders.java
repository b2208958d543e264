package com.faultmaven.web.ratelimits;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a client its limits and what is left of them.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit
 *     header fields for HTTP</a>
 */
final class RateLimitHeaders {

  static final String POLICY = "RateLimit-Policy";
  static final String LEFT = "RateLimit";

  private RateLimitHeaders() {}

  static void setOn(HttpServletResponse response, List<Allowance> allowances) {
    if (allowances.isEmpty()) {
      return;
    }
    response.setHeader(
        POLICY, joined(allowances.stream().map(Allowance::limit).map(RateLimitHeaders::policy)));
    response.setHeader(LEFT, joined(allowances.stream().map(RateLimitHeaders::left)));
  }

  /** So many in so many seconds. */
  private static String policy(Limit limit) {
    return '"'
        + limit.name()
        + "\";q="
        + limit.rate().permits()
        + ";w="
        + limit.rate().period().toSeconds();
  }

  /** So many now, and all of them again in so many seconds. */
  private static String left(Allowance allowance) {
    return '"'
        + allowance.limit().name()
        + "\";r="
        + allowance.remaining()
        + ";t="
        + allowance.untilFull();
  }

  private static String joined(Stream<String> items) {
    return items.collect(Collectors.joining(", "));
  }
}
