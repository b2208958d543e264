package com.faultmaven.messaging.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/** A failed publication whose event has been read, in the shape Modulith resubmits. */
record DuePublication(StoredPublication stored, Object event) implements TargetEventPublication {

  /** Null for what is none of the contract's. */
  @Nullable UUID eventId() {
    return event instanceof ContractEvent contractual ? contractual.eventId() : null;
  }

  @Override
  public UUID getIdentifier() {
    return stored.id();
  }

  @Override
  public Object getEvent() {
    return event;
  }

  @Override
  public PublicationTargetIdentifier getTargetIdentifier() {
    return PublicationTargetIdentifier.of(stored.listenerId());
  }

  @Override
  public Instant getPublicationDate() {
    return stored.publishedAt();
  }

  @Override
  public Optional<Instant> getCompletionDate() {
    return Optional.empty();
  }

  @Override
  public Status getStatus() {
    return Status.FAILED;
  }

  @Override
  public @Nullable Instant getLastResubmissionDate() {
    return stored.lastAttempt();
  }

  @Override
  public int getCompletionAttempts() {
    return stored.attempts();
  }

  /** Its row is deleted; nobody asks this object afterwards. */
  @Override
  public void markCompleted(Instant moment) {}
}
