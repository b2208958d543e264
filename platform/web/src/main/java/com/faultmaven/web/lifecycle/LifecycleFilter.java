package com.faultmaven.web.lifecycle;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Announces on every answer of a version that it ends, and counts who called it. */
final class LifecycleFilter extends OncePerRequestFilter {

  private final EndingVersions versions;
  private final Usage usage;

  LifecycleFilter(EndingVersions versions, Usage usage) {
    this.versions = versions;
    this.usage = usage;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    EndingVersion version = versions.at(request.getServletPath());
    if (version == null) {
      chain.doFilter(request, response);
      return;
    }
    PathContainer path = SentPath.of(request);
    String successor = version.successorOf(request.getMethod(), path);
    version.announceOn(response, successor);
    usage.count(version, request, path);
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
