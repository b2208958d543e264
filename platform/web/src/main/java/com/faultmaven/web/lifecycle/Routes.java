package com.faultmaven.web.lifecycle;

import com.faultmaven.web.http.RouteTemplates;
import java.util.Set;
import org.springframework.http.server.PathContainer;

/** Which operation a call is for, as few words as there are routes. */
final class Routes {

  static final String UNMATCHED = "unmatched";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final RouteTemplates templates;

  Routes(RouteTemplates templates) {
    this.templates = templates;
  }

  /** Method and route template, or {@code unmatched}. */
  String endpointOf(EndingVersion version, String method, PathContainer path) {
    if (!METHODS.contains(method)) {
      return UNMATCHED;
    }
    return templates
        .of(path, version::covers)
        .map(template -> method + " " + template)
        .orElse(UNMATCHED);
  }
}
