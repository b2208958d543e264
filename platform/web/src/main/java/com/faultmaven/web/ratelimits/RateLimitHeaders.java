package com.faultmaven.web.ratelimits;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

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
    StringBuilder policies = new StringBuilder(64);
    StringBuilder left = new StringBuilder(64);
    for (Allowance allowance : allowances) {
      policy(allowance.limit(), separated(policies));
      left(allowance, separated(left));
    }
    response.setHeader(POLICY, policies.toString());
    response.setHeader(LEFT, left.toString());
  }

  private static StringBuilder separated(StringBuilder items) {
    return items.isEmpty() ? items : items.append(", ");
  }

  /** So many in so many seconds. */
  private static void policy(Limit limit, StringBuilder header) {
    Rate rate = limit.rate();
    named(limit, header).append(";q=").append(rate.permits());
    header.append(";w=").append(rate.period().toSeconds());
  }

  /** So many now, and all of them again in so many seconds. */
  private static void left(Allowance allowance, StringBuilder header) {
    named(allowance.limit(), header).append(";r=").append(allowance.remaining());
    header.append(";t=").append(allowance.untilFull());
  }

  private static StringBuilder named(Limit limit, StringBuilder header) {
    return header.append('"').append(limit.name()).append('"');
  }
}
