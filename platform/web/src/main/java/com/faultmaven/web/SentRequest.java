package com.faultmaven.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * What a request asked for as it was sent: the container may not have read it, and dispatches it to
 * the error page as another one.
 */
public final class SentRequest {

  private SentRequest() {}

  /** The path; empty if there is none. */
  public static String path(HttpServletRequest request) {
    Object dispatchedFrom = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return dispatchedFrom instanceof String sent
        ? sent
        : Objects.requireNonNullElse(request.getRequestURI(), "");
  }

  /** The method; empty if there is none. */
  public static String method(HttpServletRequest request) {
    Object dispatchedFrom = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    return dispatchedFrom instanceof String sent
        ? sent
        : Objects.requireNonNullElse(request.getMethod(), "");
  }
}
