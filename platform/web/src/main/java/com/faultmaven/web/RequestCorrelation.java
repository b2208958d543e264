package com.faultmaven.web;

import com.faultmaven.kernel.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The correlation id of a request, also where no thread is bound to it: in the container itself.
 */
public final class RequestCorrelation {

  private static final String ATTRIBUTE = CorrelationId.class.getName();

  private RequestCorrelation() {}

  /** What the client sent if it is valid, else a new one; the same for the whole request. */
  public static CorrelationId of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof CorrelationId known) {
      return known;
    }
    CorrelationId id = CorrelationId.of(request.getHeader(CorrelationId.HEADER));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
