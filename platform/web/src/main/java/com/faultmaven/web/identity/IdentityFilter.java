package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.ScopeFilter;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets nobody pass unnamed, but to an operation that is public. */
final class IdentityFilter extends ScopeFilter {

  private final CallerSource callers;
  private final Operations operations;

  IdentityFilter(CallerSource callers, Operations operations) {
    this.callers = callers;
    this.operations = operations;
  }

  /** What a request for a public operation says of its caller is not even looked at. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return operations.of(request).open();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    Caller caller = callers.callerOf(request);
    if (caller.is(UserId.DELETED)) {
      throw AuthenticationRequired.deletedUser();
    }
    caller.run(() -> proceed(chain, request, response));
  }
}
