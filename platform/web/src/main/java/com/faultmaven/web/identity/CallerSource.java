package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** A way to find out who makes a request. */
interface CallerSource {

  /**
   * The caller of the request.
   *
   * @throws AuthenticationRequired if it names nobody believable
   */
  Caller callerOf(HttpServletRequest request);

  /** Whether the request names somebody at all, believable or not. */
  boolean isNamedIn(HttpServletRequest request);
}
