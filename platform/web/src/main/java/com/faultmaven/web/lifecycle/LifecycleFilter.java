package com.faultmaven.web.lifecycle;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Announces on every answer of a version that it ends, and counts who called it. */
final class LifecycleFilter extends RequestFilter {

  private final Operations operations;
  private final EndingVersions versions;
  private final Usage usage;

  LifecycleFilter(Operations operations, EndingVersions versions, Usage usage) {
    this.operations = operations;
    this.versions = versions;
    this.usage = usage;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Route route = operations.of(request);
    EndingVersion version = versions.at(route);
    if (version == null) {
      chain.doFilter(request, response);
      return;
    }
    String successor = version.successorOf(route, request);
    version.announceOn(response, successor);
    usage.count(version, route, request);
    chain.doFilter(request, new Announced(response, version, successor));
  }

  /** An answer that starts over still says it. */
  private static final class Announced extends HttpServletResponseWrapper {

    private final EndingVersion version;
    private final String successor;

    Announced(HttpServletResponse response, EndingVersion version, String successor) {
      super(response);
      this.version = version;
      this.successor = successor;
    }

    @Override
    public void reset() {
      super.reset();
      version.announceOn((HttpServletResponse) getResponse(), successor);
    }
  }
}
