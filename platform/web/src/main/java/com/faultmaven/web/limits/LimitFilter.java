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
 * Reads the body of a request, then has the work done when there is a place for it. A slow client
 * waits with its own requests only: the body is read within the share of its caller, or where
 * nobody is asked who calls, before it has a place. A body that is streamed is left to its handler,
 * and has a place among streamed bodies instead. A client that takes a large answer slowly keeps no
 * more from others than one that sends slowly.
 */
final class LimitFilter extends RequestFilter {

  private final BodyReader bodies;
  private final BodyBudget budget;
  private final Strangers strangers;
  private final CallerPlaces callers;
  private final Places all;
  private final Places streams;
  private final Duration streamDeadline;
  private final Operations operations;

  LimitFilter(
      LimitProperties properties,
      BodyReader bodies,
      BodyBudget budget,
      Strangers strangers,
      Places all,
      Operations operations) {
    this.bodies = bodies;
    this.budget = budget;
    this.strangers = strangers;
    this.all = all;
    this.operations = operations;
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
        BodyRoom room = caller == null ? strangers.room(request) : budget.room()) {
      if (caller != null) {
        work.join();
      }
      byte[] body = bodies.read(request, operation == null ? null : operation.maxBody(), room);
      HttpServletRequest read = body == null ? request : new ReadRequest(request, body);
      if (caller == null) {
        work.join();
      }
      work.begin();
      HttpServletResponse sent = isRead(request) ? sentAfter(work, room, response) : response;
      work.run(() -> proceed(chain, read, sent));
    }
  }

  /** Of nothing else it may be said that it was not done, once there is an answer. */
  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }

  private static HttpServletResponse sentAfter(
      Work work, BodyRoom room, HttpServletResponse response) {
    return new SentAnswer(
        response,
        () -> {
          work.isDone();
          room.await();
        });
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
