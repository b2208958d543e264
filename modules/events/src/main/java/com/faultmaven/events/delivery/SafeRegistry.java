package com.faultmaven.events.delivery;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventPublicationRepository.FailedCriteria;

/**
 * Stands before Modulith's repository where that reads without looking: failed publications are the
 * due and readable ones only, and on shutdown nobody reads all that is left to list it in the log.
 */
final class SafeRegistry implements MethodInterceptor {

  static final String FAILED = "findFailedPublications";
  static final String INCOMPLETE = "findIncompletePublications";

  private final Supplier<DuePublications> due;

  SafeRegistry(Supplier<DuePublications> due) {
    this.due = due;
  }

  /**
   * @see EventPublicationRepository
   */
  @Override
  public @Nullable Object invoke(MethodInvocation question) {
    if (question.getMethod().getName().equals(INCOMPLETE)) {
      return List.of();
    }
    FailedCriteria criteria = (FailedCriteria) Objects.requireNonNull(question.getArguments()[0]);
    return due.get().take(Math.toIntExact(criteria.getMaxItemsToRead()));
  }
}
