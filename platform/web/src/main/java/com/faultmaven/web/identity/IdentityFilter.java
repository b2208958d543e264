package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.RoleRequired;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody pass unnamed, but to an operation that is public or asks for no name, and to what is
 * for roles only those who have one of them.
 */
final class IdentityFilter extends RequestFilter {

  private final CallerSource callers;
  private final Organizations organizations;
  private final Operations operations;

  IdentityFilter(CallerSource callers, Organizations organizations, Operations operations) {
    this.callers = callers;
    this.organizations = organizations;
    this.operations = operations;
  }

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    Route route = operations.of(request);
    if (route.open() || mayBeNobody(request, route.operation())) {
      // of a public operation, what it says of its caller is not even looked at
      proceed(chain, request, response);
      return;
    }
    Caller caller = callers.callerOf(request);
    if (caller.is(UserId.DELETED)) {
      throw AuthenticationRequired.deletedUser();
    }
    if (route.operation() != null) {
      RoleRequired.ofAny(route.operation().roles(), caller);
    }
    organizations.admit(caller, route.operation()).run(() -> proceed(chain, request, response));
  }

  private boolean mayBeNobody(HttpServletRequest request, @Nullable Operation operation) {
    return operation != null && operation.callerOptional() && !callers.isNamedIn(request);
  }
}
