package com.faultmaven.web.lifecycle;

import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import com.faultmaven.web.problems.ProblemHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Announces also on what Tomcat refuses before any filter, as far as it has read the path. */
@Component
final class RefusedEarly implements ProblemHeaders {

  private final Operations operations;
  private final EndingVersions versions;

  RefusedEarly(Operations operations, EndingVersions versions) {
    this.operations = operations;
    this.versions = versions;
  }

  @Override
  public void addTo(HttpServletResponse response, HttpServletRequest request) {
    if (response.containsHeader("Deprecation")) {
      return;
    }
    Route route = operations.of(request);
    EndingVersion version = versions.at(route);
    if (version != null) {
      version.announceOn(response, version.successorOf(route, request));
    }
  }
}
