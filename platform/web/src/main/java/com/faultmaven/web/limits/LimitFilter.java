package com.faultmaven.web.limits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request within its caller's share, then has the work done when there is a
 * place for it. A slow client so waits with its own requests only. A body that is streamed is left
 * to its handler, and has a place among streamed bodies instead.
 */
final class LimitFilter extends RequestFilter {

  private final BodyReader bodies;
  private final BodyBudget budget;
  private final CallerPlaces callers;
  private final Places all;
  private final Places streams;
  private final Duration streamDeadline;
  private final Operations operations;

  LimitFilter(LimitProperties properties, Places all, Operations operations) {
    this.operations = operations;
    this.bodies = new BodyReader(properties);
    this.budget = new BodyBudget(properties.bytesOfBodies());
    this.all = all;
    this.callers =
        new CallerPlaces(properties.requestsPerCaller(), properties.publicRequests(), all);
    this.streams = Places.ofProcess(properties.streams(), properties.maxWait(), System::nanoTime);
    this.streamDeadline = properties.streamDeadline();
  }

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    Route route = operations.of(request);
    Operation operation = route.operation();
    Caller caller = Caller.isKnown() ? Caller.current() : null;
    if (operation != null && operation.streamed()) {
      stream(operation, caller, request, response, chain);
      return;
    }
    try (Work work = new Work(callers, all, caller);
        BodyBudget.Share share = budget.share()) {
      work.join();
      byte[] body = bodies.read(request, operation == null ? null : operation.maxBody(), share);
      HttpServletRequest read = body == null ? request : new ReadRequest(request, body);
      work.begin();
      work.run(() -> proceed(chain, read, response));
    }
  }

  private void stream(
      Operation operation,
      @Nullable Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    try (Work work = new Work(callers, streams, caller)) {
      work.join();
      work.begin();
      HttpServletRequest bounded =
          StreamedRequest.of(request, Objects.requireNonNull(operation.maxBody()), streamDeadline);
      work.run(() -> proceed(chain, bounded, response));
    }
  }
}
