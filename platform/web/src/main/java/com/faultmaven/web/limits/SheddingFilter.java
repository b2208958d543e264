package com.faultmaven.web.limits;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses what comes while the process is drowning, before it costs anything: nobody is asked who
 * calls, and no body is read.
 */
final class SheddingFilter extends RequestFilter {

  private final Places all;
  private final Operations operations;

  SheddingFilter(Places all, Operations operations) {
    this.all = all;
    this.operations = operations;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Operation operation = operations.of(request).operation();
    boolean needsPlace = operation == null || !operation.streamed();
    if (needsPlace && all.areCrowded()) {
      throw Overloaded.requests();
    }
    chain.doFilter(request, response);
  }
}
