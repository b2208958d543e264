package com.faultmaven.messaging.delivery;

import com.faultmaven.kernel.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Modulith's repository, with leases. Every method is declared, so that one that Modulith renames
 * or removes does not compile, and a test fails for one that it adds.
 */
@Primary
@Component
class LeasedRepository implements EventPublicationRepository {

  private final EventPublicationRepository modulith;
  private final DuePublications due;
  private final StoredPublications stored;
  private final DeliveriesInProgress inProgress;
  private final RejectedDeliveries rejected;

  LeasedRepository(
      @Qualifier("jpaEventPublicationRepository") EventPublicationRepository modulith,
      DuePublications due,
      StoredPublications stored,
      DeliveriesInProgress inProgress,
      RejectedDeliveries rejected) {
    this.modulith = modulith;
    this.due = due;
    this.stored = stored;
    this.inProgress = inProgress;
    this.rejected = rejected;
  }

  /** This process delivers it as soon as the transaction commits, and only then. */
  @Override
  public TargetEventPublication create(TargetEventPublication publication) {
    TargetEventPublication created = modulith.create(publication);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      inProgress.add(created, created.getPublicationDate(), TraceParent.current());
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              if (status != STATUS_COMMITTED) {
                drop(created);
              }
            }
          });
    } else {
      drop(created);
    }
    return created;
  }

  /** The registry holds it in memory until it is marked as failed. */
  private void drop(TargetEventPublication publication) {
    String listener = publication.getTargetIdentifier().getValue();
    inProgress.remove(publication.getEvent(), listener);
    rejected.drop(publication.getEvent(), listener);
  }

  @Override
  public void markProcessing(UUID identifier) {
    modulith.markProcessing(identifier);
  }

  @Override
  public void markCompleted(TargetEventPublication publication, Instant completionDate) {
    modulith.markCompleted(publication, completionDate);
  }

  @Override
  public void markCompleted(
      Object event, PublicationTargetIdentifier identifier, Instant completionDate) {
    modulith.markCompleted(event, identifier, completionDate);
  }

  @Override
  public void markCompleted(UUID identifier, Instant completionDate) {
    modulith.markCompleted(identifier, completionDate);
  }

  /** An attempt that never began is none. */
  @Override
  public void markFailed(UUID identifier) {
    stored.fail(identifier);
  }

  /** It was, with all others of its batch, when it was leased. */
  @Override
  public boolean markResubmitted(UUID identifier, Instant resubmissionDate) {
    return true;
  }

  /** The registry logs them all when it is destroyed: there may be any number of them. */
  @Override
  public List<TargetEventPublication> findIncompletePublications() {
    return List.of();
  }

  @Override
  public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant instant) {
    throw refused("reads all incomplete publications, those in progress elsewhere as well");
  }

  @Override
  public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
      Object event, PublicationTargetIdentifier targetIdentifier) {
    return modulith.findIncompletePublicationsByEventAndTargetIdentifier(event, targetIdentifier);
  }

  @Override
  public List<TargetEventPublication> findCompletedPublications() {
    return modulith.findCompletedPublications();
  }

  @Override
  public void deletePublications(List<UUID> identifiers) {
    modulith.deletePublications(identifiers);
  }

  @Override
  public void deleteCompletedPublications() {
    modulith.deleteCompletedPublications();
  }

  @Override
  public void deleteCompletedPublicationsBefore(Instant instant) {
    modulith.deleteCompletedPublicationsBefore(instant);
  }

  /** The due ones only, each of them read, and all leased in one statement. */
  @Override
  public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
    return due.lease(Math.toIntExact(criteria.getMaxItemsToRead()));
  }

  @Override
  public List<TargetEventPublication> findByStatus(Status status) {
    throw refused("counts staleness from the first attempt: leases do it from the last");
  }

  /** What bounds redelivery is what waits in this process, not what another left when it died. */
  @Override
  public int countByStatus(Status status) {
    return status == Status.RESUBMITTED ? due.waiting() : modulith.countByStatus(status);
  }

  private static UnsupportedOperationException refused(String because) {
    return new UnsupportedOperationException(
        "Redelivery alone decides what is delivered again; this " + because + ".");
  }
}
