package com.faultmaven.web.http;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a path with a slash at its end for the one without, where documents have that one only:
 * clients in the field send it, and a redirect would lose the body of some. Comes before everything
 * that depends on where a request leads.
 */
final class SlashFilter extends RequestFilter {

  private final Operations operations;

  SlashFilter(Operations operations) {
    this.operations = operations;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getRequestURI();
    chain.doFilter(
        sent.endsWith("/") && isKnownWithoutSlash(request, sent)
            ? new WithPath(request, withoutSlash(sent))
            : request,
        response);
  }

  private boolean isKnownWithoutSlash(HttpServletRequest request, String sent) {
    String path = sent.substring(request.getContextPath().length());
    return !isKnown(request, path) && isKnown(request, withoutSlash(path));
  }

  private boolean isKnown(HttpServletRequest request, String path) {
    return operations.at(request.getMethod(), path).template() != null;
  }

  private static String withoutSlash(String path) {
    return path.substring(0, path.length() - 1);
  }
}
