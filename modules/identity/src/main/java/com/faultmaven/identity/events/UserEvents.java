package com.faultmaven.identity.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.identity.events.AuthUserCreatedV1;
import com.faultmaven.contracts.identity.events.AuthUserCreatedV1Payload;
import com.faultmaven.contracts.identity.events.AuthUserDeletedV1;
import com.faultmaven.contracts.identity.events.AuthUserDeletedV1Payload;
import com.faultmaven.contracts.identity.events.AuthUserUpdatedV1;
import com.faultmaven.contracts.identity.events.AuthUserUpdatedV1Payload;
import com.faultmaven.identity.UserFact;
import com.faultmaven.identity.UserFact.UserCreated;
import com.faultmaven.identity.UserFact.UserDeleted;
import com.faultmaven.identity.UserFact.UserUpdated;
import com.faultmaven.kernel.CorrelationId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each fact as a contract event, in the transaction that made it true. */
@Component
class UserEvents {

  private final ApplicationEventPublisher events;

  UserEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(UserFact happened) {
    ProducedEvent event =
        switch (happened) {
          case UserCreated created -> created(created);
          case UserUpdated updated -> updated(updated);
          case UserDeleted deleted -> deleted(deleted);
        };
    events.publishEvent(event);
  }

  private static AuthUserCreatedV1 created(UserCreated fact) {
    return new AuthUserCreatedV1(
        UUID.randomUUID(),
        AuthUserCreatedV1.EVENT_TYPE,
        AuthUserCreatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.user().value(),
        AuthUserCreatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthUserCreatedV1Payload(
            fact.user().value(),
            fact.roles().stream().sorted().toList(),
            fact.service(),
            fact.at()));
  }

  private static AuthUserUpdatedV1 updated(UserUpdated fact) {
    return new AuthUserUpdatedV1(
        UUID.randomUUID(),
        AuthUserUpdatedV1.EVENT_TYPE,
        AuthUserUpdatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.user().value(),
        AuthUserUpdatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthUserUpdatedV1Payload(
            fact.user().value(), fact.changed(), fact.active(), fact.at()));
  }

  private static AuthUserDeletedV1 deleted(UserDeleted fact) {
    return new AuthUserDeletedV1(
        UUID.randomUUID(),
        AuthUserDeletedV1.EVENT_TYPE,
        AuthUserDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.user().value(),
        AuthUserDeletedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthUserDeletedV1Payload(fact.user().value(), fact.at()));
  }
}
