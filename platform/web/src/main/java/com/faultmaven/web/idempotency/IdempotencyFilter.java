package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/**
 * Runs a POST that carries a key in one transaction with the record of its answer, unless it works
 * {@link InSteps}, and sends the answer when that has been committed. Of answers that are never
 * stored it is recorded that there was one.
 */
final class IdempotencyFilter extends RequestFilter {

  private final Operations operations;
  private final SteppedOperations stepped;
  private final Effect oneEffect;
  private final Effect inSteps;

  IdempotencyFilter(
      Operations operations, SteppedOperations stepped, Effect oneEffect, Effect inSteps) {
    this.operations = operations;
    this.stepped = stepped;
    this.oneEffect = oneEffect;
    this.inSteps = inSteps;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!HttpMethod.POST.matches(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    Operation operation = operations.of(request).operation();
    if (operation != null && operation.keyIgnored()) {
      chain.doFilter(request, response);
      return;
    }
    if (operation != null && !operation.repeatable()) {
      IdempotencyKey.refuseAnyIn(request);
    }
    Optional<IdempotencyKey> key = IdempotencyKey.of(request);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    // the limits have read the body, so that it can be read again
    Digest body = Digest.of(request.getInputStream().readAllBytes());
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    Effect effect = stepped.include(operation) ? inSteps : oneEffect;
    boolean kept = operation == null || operation.answersStored();
    Optional<Answer> earlier =
        effect.of(
            scope(request, key.get()),
            body,
            () -> {
              proceed(chain, request, answer);
              return kept ? Answer.in(answer) : Answer.in(answer).withoutContent();
            });
    if (earlier.isPresent()) {
      earlier.get().replayTo(response);
    } else {
      answer.copyBodyToResponse();
    }
  }

  /**
   * One caller's key says nothing about another's, nor about another operation. Callers of a public
   * operation are told apart by their keys alone.
   */
  private static Digest scope(HttpServletRequest request, IdempotencyKey key) {
    Caller caller = Caller.isKnown() ? Caller.current() : null;
    return Digest.of(
        caller == null ? "" : caller.organizationId().value(),
        caller == null ? "" : caller.userId().value(),
        request.getMethod(),
        UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8),
        key.value());
  }
}
