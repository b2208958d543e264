package com.faultmaven.web.http;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Says who may keep an answer. Below /api and /v1 it belongs to its caller, who asks again each
 * time, which an ETag makes cheap; of a public operation, to everybody alike. A problem and an
 * answer that is never stored say that they are not to be kept at all, and what is public and worth
 * keeping says so itself.
 */
final class CachingFilter extends RequestFilter {

  private static final String BY_CALLER =
      "Authorization, X-User-ID, X-User-Roles, X-Organization-ID";

  private final Operations operations;

  CachingFilter(Operations operations) {
    this.operations = operations;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Route route = operations.of(request);
    if (!isOfAnApi(request.getServletPath()) || isNeverStored(route.operation())) {
      response.setHeader("Cache-Control", "no-store");
    } else if (route.open()) {
      response.setHeader("Cache-Control", "no-cache");
    } else {
      response.setHeader("Cache-Control", "private, no-cache");
      response.addHeader("Vary", BY_CALLER);
    }
    chain.doFilter(request, response);
  }

  private static boolean isOfAnApi(String path) {
    return path.startsWith("/api/") || path.startsWith("/v1/");
  }

  private static boolean isNeverStored(@Nullable Operation operation) {
    return operation != null && !operation.answersStored();
  }
}
