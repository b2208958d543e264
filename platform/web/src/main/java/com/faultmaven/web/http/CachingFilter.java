package com.faultmaven.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who may keep an answer. Below /api it belongs to its caller, who asks again each time, which
 * an ETag makes cheap; a problem says that it is not to be kept at all, and what is public and
 * worth keeping says so itself.
 */
final class CachingFilter extends OncePerRequestFilter {

  private static final String BY_CALLER =
      "Authorization, X-User-ID, X-User-Roles, X-Organization-ID";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getServletPath().startsWith("/api/")) {
      response.setHeader("Cache-Control", "private, no-cache");
      response.addHeader("Vary", BY_CALLER);
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
