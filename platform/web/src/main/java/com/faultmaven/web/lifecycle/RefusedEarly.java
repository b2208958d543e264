package com.faultmaven.web.lifecycle;

import com.faultmaven.web.problems.ProblemHeaders;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Announces also on what Tomcat refuses before any filter, as far as it has read the path. */
@Component
final class RefusedEarly implements ProblemHeaders {

  private final EndingVersions versions;

  RefusedEarly(EndingVersions versions) {
    this.versions = versions;
  }

  @Override
  public void addTo(HttpServletResponse response, HttpServletRequest request) {
    if (response.containsHeader("Deprecation")) {
      return;
    }
    String sent = sentUri(request);
    EndingVersion version = versions.at(sent);
    if (version != null) {
      version.announceOn(response, version.successorOf(request.getMethod(), SentPath.of(sent)));
    }
  }

  private static @Nullable String sentUri(HttpServletRequest request) {
    Object dispatchedFrom = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return dispatchedFrom instanceof String uri ? uri : request.getRequestURI();
  }
}
