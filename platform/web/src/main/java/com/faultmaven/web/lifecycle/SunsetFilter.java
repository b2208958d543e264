package com.faultmaven.web.lifecycle;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Rejects every call of a version that has ended, before the caller is authenticated. Inside CORS,
 * or a web page could not read the rejection.
 */
final class SunsetFilter extends RequestFilter {

  private final Operations operations;
  private final EndingVersions versions;
  private final Clock clock;

  SunsetFilter(Operations operations, EndingVersions versions, Clock clock) {
    this.operations = operations;
    this.versions = versions;
    this.clock = clock;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Route route = operations.of(request);
    EndingVersion version = versions.at(route);
    if (version != null && version.hasEnded(clock.instant())) {
      throw ApiSunset.of(version, version.successorOf(route, request));
    }
    chain.doFilter(request, response);
  }
}
