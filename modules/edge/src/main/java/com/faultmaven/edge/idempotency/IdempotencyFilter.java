package com.faultmaven.edge.idempotency;

import com.faultmaven.edge.Caller;
import com.faultmaven.edge.EdgeFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a POST that carries a key in one transaction with the record of its answer, unless it works
 * {@link InSteps}, and sends the answer when that has been committed.
 */
final class IdempotencyFilter extends EdgeFilter {

  private final SteppedOperations stepped;
  private final Effect oneEffect;
  private final Effect inSteps;

  IdempotencyFilter(SteppedOperations stepped, Effect oneEffect, Effect inSteps) {
    this.stepped = stepped;
    this.oneEffect = oneEffect;
    this.inSteps = inSteps;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<IdempotencyKey> key = IdempotencyKey.of(request);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    RepeatableRequest repeatable = RepeatableRequest.of(request);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    Effect effect = stepped.include(request) ? inSteps : oneEffect;
    Optional<Answer> earlier =
        effect.of(
            scope(request, key.get()),
            repeatable.digest(),
            () -> {
              proceed(chain, repeatable, answer);
              return Answer.in(answer);
            });
    if (earlier.isPresent()) {
      earlier.get().replayTo(response);
    } else {
      answer.copyBodyToResponse();
    }
  }

  /** One caller's key says nothing about another's, nor about another operation. */
  private static Digest scope(HttpServletRequest request, IdempotencyKey key) {
    Caller caller = Caller.current();
    return Digest.of(
        caller.organizationId().value(),
        caller.userId().value(),
        request.getMethod(),
        request.getRequestURI(),
        key.value());
  }
}
