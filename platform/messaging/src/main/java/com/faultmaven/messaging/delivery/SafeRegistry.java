package com.faultmaven.messaging.delivery;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.EventPublicationRepository.FailedCriteria;
import org.springframework.modulith.events.core.TargetEventPublication;

/**
 * Stands before Modulith's repository where that reads without looking or writes one by one: failed
 * publications are the due and readable ones only and all marked as under way at once; what bounds
 * them is what this process has under way, not what another left when it died; what fails before it
 * began is no failed attempt; and on shutdown nobody reads all that is left to list it in the log.
 * What is created is known to be under way here.
 */
final class SafeRegistry implements MethodInterceptor {

  private static final String CREATE = "create";
  private static final String MARK_FAILED = "markFailed";
  private static final String FIND_FAILED = "findFailedPublications";
  private static final String MARK_RESUBMITTED = "markResubmitted";
  private static final String COUNT = "countByStatus";
  private static final String FIND_INCOMPLETE = "findIncompletePublications";

  /** Methods of {@link org.springframework.modulith.events.core.EventPublicationRepository}. */
  static final String[] METHODS = {
    CREATE, MARK_FAILED, FIND_FAILED, MARK_RESUBMITTED, COUNT, FIND_INCOMPLETE
  };

  private final Supplier<DuePublications> due;
  private final Supplier<StoredPublications> stored;
  private final DeliveriesInProgress inProgress;

  SafeRegistry(
      Supplier<DuePublications> due,
      Supplier<StoredPublications> stored,
      DeliveriesInProgress inProgress) {
    this.due = due;
    this.stored = stored;
    this.inProgress = inProgress;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    return switch (call.getMethod().getName()) {
      case CREATE -> {
        Object created = call.proceed();
        TargetEventPublication publication =
            (TargetEventPublication) Objects.requireNonNull(call.getArguments()[0]);
        inProgress.add(publication, publication.getPublicationDate());
        yield created;
      }
      case MARK_FAILED -> {
        stored.get().fail((UUID) Objects.requireNonNull(call.getArguments()[0]));
        yield null;
      }
      case FIND_FAILED -> {
        FailedCriteria criteria = (FailedCriteria) Objects.requireNonNull(call.getArguments()[0]);
        yield due.get().lease(Math.toIntExact(criteria.getMaxItemsToRead()));
      }
      case MARK_RESUBMITTED -> true; // it was when it was found
      case COUNT -> due.get().waiting(); // nobody asks but for what was resubmitted
      case FIND_INCOMPLETE -> List.of();
      default -> call.proceed();
    };
  }
}
