package com.faultmaven.sessions.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.sessions.events.SessionCreatedV1;
import com.faultmaven.contracts.sessions.events.SessionCreatedV1Payload;
import com.faultmaven.contracts.sessions.events.SessionExpiredV1;
import com.faultmaven.contracts.sessions.events.SessionExpiredV1Payload;
import com.faultmaven.contracts.sessions.events.SessionTerminatedV1;
import com.faultmaven.contracts.sessions.events.SessionTerminatedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.sessions.Session;
import com.faultmaven.sessions.SessionFact;
import com.faultmaven.sessions.SessionFact.Expired;
import com.faultmaven.sessions.SessionFact.Opened;
import com.faultmaven.sessions.SessionFact.Terminated;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each fact as a contract event, in the transaction that made it true. */
@Component
class SessionEvents {

  private final ApplicationEventPublisher events;

  SessionEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(SessionFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Opened opened -> created(opened);
          case Expired expired -> expired(expired);
          case Terminated terminated -> terminated(terminated);
        };
    events.publishEvent(event);
  }

  private static SessionCreatedV1 created(Opened fact) {
    Session session = fact.session();
    return new SessionCreatedV1(
        UUID.randomUUID(),
        SessionCreatedV1.EVENT_TYPE,
        SessionCreatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        session.id().value(),
        SessionCreatedV1.AGGREGATE_TYPE,
        fact.number(),
        new SessionCreatedV1Payload(
            session.id().value(),
            session.user().value(),
            session.clientId(),
            session.type(),
            session.createdAt(),
            session.expiresAt()));
  }

  private static SessionExpiredV1 expired(Expired fact) {
    Session session = fact.session();
    return new SessionExpiredV1(
        UUID.randomUUID(),
        SessionExpiredV1.EVENT_TYPE,
        SessionExpiredV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        session.id().value(),
        SessionExpiredV1.AGGREGATE_TYPE,
        fact.number(),
        new SessionExpiredV1Payload(
            session.id().value(),
            session.user().value(),
            session.clientId(),
            session.lastActivityAt(),
            fact.byAge() ? "age" : "idle",
            fact.at()));
  }

  private static SessionTerminatedV1 terminated(Terminated fact) {
    Session session = fact.session();
    return new SessionTerminatedV1(
        UUID.randomUUID(),
        SessionTerminatedV1.EVENT_TYPE,
        SessionTerminatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        session.id().value(),
        SessionTerminatedV1.AGGREGATE_TYPE,
        fact.number(),
        new SessionTerminatedV1Payload(
            session.id().value(),
            session.user().value(),
            session.clientId(),
            fact.reason().word(),
            fact.at()));
  }
}
