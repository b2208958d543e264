package com.faultmaven.identity.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.identity.events.AuthTeamCreatedV1;
import com.faultmaven.contracts.identity.events.AuthTeamCreatedV1Payload;
import com.faultmaven.contracts.identity.events.AuthTeamDeletedV1;
import com.faultmaven.contracts.identity.events.AuthTeamDeletedV1Payload;
import com.faultmaven.identity.teams.TeamFact;
import com.faultmaven.identity.teams.TeamFact.TeamCreated;
import com.faultmaven.identity.teams.TeamFact.TeamDeleted;
import com.faultmaven.kernel.CorrelationId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each fact of a team as a contract event, in the transaction of the fact. */
@Component
class TeamEvents {

  private final ApplicationEventPublisher events;

  TeamEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(TeamFact happened) {
    ProducedEvent event =
        switch (happened) {
          case TeamCreated created -> created(created);
          case TeamDeleted deleted -> deleted(deleted);
        };
    events.publishEvent(event);
  }

  private static AuthTeamCreatedV1 created(TeamCreated fact) {
    return new AuthTeamCreatedV1(
        UUID.randomUUID(),
        AuthTeamCreatedV1.EVENT_TYPE,
        AuthTeamCreatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.team().value(),
        AuthTeamCreatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthTeamCreatedV1Payload(
            fact.team().value(),
            fact.organization().value(),
            fact.name(),
            fact.by().value(),
            fact.at()));
  }

  private static AuthTeamDeletedV1 deleted(TeamDeleted fact) {
    return new AuthTeamDeletedV1(
        UUID.randomUUID(),
        AuthTeamDeletedV1.EVENT_TYPE,
        AuthTeamDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.team().value(),
        AuthTeamDeletedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthTeamDeletedV1Payload(fact.team().value(), fact.organization().value(), fact.at()));
  }
}
