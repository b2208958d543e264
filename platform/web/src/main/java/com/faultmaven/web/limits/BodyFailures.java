package com.faultmaven.web.limits;

import com.faultmaven.kernel.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** What it means when a request body cannot be read on. */
final class BodyFailures {

  private BodyFailures() {}

  /** The container has decided to answer such a failure itself, and asks for what to say. */
  static Refusal of(IOException failure, BodyTooSlow tooSlow, ServletRequest request) {
    Refusal refusal = isTimeout(failure) ? tooSlow : new BrokenBody();
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
    return refusal;
  }

  private static boolean isTimeout(IOException failure) {
    return failure instanceof SocketTimeoutException
        || failure.getCause() instanceof SocketTimeoutException;
  }
}
