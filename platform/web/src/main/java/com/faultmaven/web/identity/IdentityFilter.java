package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets nobody pass unnamed, but to an operation that is public. */
final class IdentityFilter extends RequestFilter {

  private final CallerSource callers;
  private final Operations operations;

  IdentityFilter(CallerSource callers, Operations operations) {
    this.callers = callers;
    this.operations = operations;
  }

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    if (operations.of(request).open()) {
      // what it says of its caller is not even looked at
      proceed(chain, request, response);
      return;
    }
    Caller caller = callers.callerOf(request);
    if (caller.is(UserId.DELETED)) {
      throw AuthenticationRequired.deletedUser();
    }
    caller.run(() -> proceed(chain, request, response));
  }
}
