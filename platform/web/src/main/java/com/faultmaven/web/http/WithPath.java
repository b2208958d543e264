package com.faultmaven.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request with another path than it was sent with. */
final class WithPath extends HttpServletRequestWrapper {

  private final String path;

  WithPath(HttpServletRequest request, String path) {
    super(request);
    this.path = path;
  }

  @Override
  public String getRequestURI() {
    return path;
  }
}
