package com.faultmaven.web.limits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.ScopeFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Reads the body of a request within its caller's share, then has the work done when there is a
 * place for it. A slow client so waits with its own requests only.
 */
final class LimitFilter extends ScopeFilter {

  private final BodyReader bodies;
  private final BodyBudget budget;
  private final CallerPlaces callers;
  private final Places all;

  LimitFilter(LimitProperties properties) {
    this.bodies = new BodyReader(properties);
    this.budget = new BodyBudget(properties.bytesOfBodies());
    this.callers = new CallerPlaces(properties.requestsPerCaller(), properties.maxWait());
    this.all = new Places(properties.requests(), properties.maxWait());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try (Work work = new Work(callers, all, Caller.current());
        BodyBudget.Share share = budget.share()) {
      work.join();
      byte[] body = bodies.read(request, share);
      HttpServletRequest read = body == null ? request : new ReadRequest(request, body);
      work.begin();
      work.run(() -> proceed(chain, read, response));
    }
  }
}
