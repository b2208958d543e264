package com.faultmaven.edge.lifecycle;

import com.faultmaven.edge.problems.ProblemHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    EndingVersion version =
        response.containsHeader("Deprecation") ? null : versions.at(request.getRequestURI());
    if (version != null) {
      version.announceOn(response, version.successorOf(request.getMethod(), SentPath.of(request)));
    }
  }
}
