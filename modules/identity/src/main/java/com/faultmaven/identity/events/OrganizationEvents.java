package com.faultmaven.identity.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.identity.events.AuthOrganizationCreatedV1;
import com.faultmaven.contracts.identity.events.AuthOrganizationCreatedV1Payload;
import com.faultmaven.contracts.identity.events.AuthOrganizationDeletedV1;
import com.faultmaven.contracts.identity.events.AuthOrganizationDeletedV1Payload;
import com.faultmaven.contracts.identity.events.AuthOrganizationUpdatedV1;
import com.faultmaven.contracts.identity.events.AuthOrganizationUpdatedV1Payload;
import com.faultmaven.identity.organizations.OrganizationFact;
import com.faultmaven.identity.organizations.OrganizationFact.OrganizationCreated;
import com.faultmaven.identity.organizations.OrganizationFact.OrganizationDeleted;
import com.faultmaven.identity.organizations.OrganizationFact.OrganizationUpdated;
import com.faultmaven.kernel.CorrelationId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each fact of an organization as a contract event, in the transaction of the fact. */
@Component
class OrganizationEvents {

  private final ApplicationEventPublisher events;

  OrganizationEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(OrganizationFact happened) {
    ProducedEvent event =
        switch (happened) {
          case OrganizationCreated created -> created(created);
          case OrganizationUpdated updated -> updated(updated);
          case OrganizationDeleted deleted -> deleted(deleted);
        };
    events.publishEvent(event);
  }

  private static AuthOrganizationCreatedV1 created(OrganizationCreated fact) {
    return new AuthOrganizationCreatedV1(
        UUID.randomUUID(),
        AuthOrganizationCreatedV1.EVENT_TYPE,
        AuthOrganizationCreatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.organization().value(),
        AuthOrganizationCreatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthOrganizationCreatedV1Payload(
            fact.organization().value(),
            fact.name(),
            fact.slug(),
            fact.plan().word(),
            fact.owner().value(),
            fact.at()));
  }

  private static AuthOrganizationUpdatedV1 updated(OrganizationUpdated fact) {
    return new AuthOrganizationUpdatedV1(
        UUID.randomUUID(),
        AuthOrganizationUpdatedV1.EVENT_TYPE,
        AuthOrganizationUpdatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.organization().value(),
        AuthOrganizationUpdatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthOrganizationUpdatedV1Payload(
            fact.organization().value(), fact.changed(), fact.at()));
  }

  private static AuthOrganizationDeletedV1 deleted(OrganizationDeleted fact) {
    return new AuthOrganizationDeletedV1(
        UUID.randomUUID(),
        AuthOrganizationDeletedV1.EVENT_TYPE,
        AuthOrganizationDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.organization().value(),
        AuthOrganizationDeletedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthOrganizationDeletedV1Payload(fact.organization().value(), fact.at()));
  }
}
