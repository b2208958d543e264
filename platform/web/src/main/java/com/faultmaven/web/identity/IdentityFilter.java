package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.ScopeFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets nobody pass unnamed. */
final class IdentityFilter extends ScopeFilter {

  private final CallerSource callers;

  IdentityFilter(CallerSource callers) {
    this.callers = callers;
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
