package com.faultmaven.identity.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.identity.events.AuthRoleAssignedV1;
import com.faultmaven.contracts.identity.events.AuthRoleAssignedV1Payload;
import com.faultmaven.contracts.identity.events.AuthRoleRemovedV1;
import com.faultmaven.contracts.identity.events.AuthRoleRemovedV1Payload;
import com.faultmaven.identity.roles.RoleChange.Assigned;
import com.faultmaven.identity.roles.RoleChange.Removed;
import com.faultmaven.identity.roles.RoleFact;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.UserId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each change of a role as a contract event, in the transaction of the change. */
@Component
class RoleEvents {

  private final ApplicationEventPublisher events;

  RoleEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(RoleFact happened) {
    ProducedEvent event =
        switch (happened.change()) {
          case Assigned assigned -> assigned(assigned, happened);
          case Removed removed -> removed(removed, happened);
        };
    events.publishEvent(event);
  }

  private static AuthRoleAssignedV1 assigned(Assigned change, RoleFact fact) {
    return new AuthRoleAssignedV1(
        UUID.randomUUID(),
        AuthRoleAssignedV1.EVENT_TYPE,
        AuthRoleAssignedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        change.user().value(),
        AuthRoleAssignedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthRoleAssignedV1Payload(
            change.user().value(),
            change.scope().kind().word(),
            change.scope().id(),
            change.role(),
            change.previous(),
            change.by().value(),
            fact.at()));
  }

  private static AuthRoleRemovedV1 removed(Removed change, RoleFact fact) {
    UserId by = change.by();
    return new AuthRoleRemovedV1(
        UUID.randomUUID(),
        AuthRoleRemovedV1.EVENT_TYPE,
        AuthRoleRemovedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        change.user().value(),
        AuthRoleRemovedV1.AGGREGATE_TYPE,
        fact.fact(),
        new AuthRoleRemovedV1Payload(
            change.user().value(),
            change.scope().kind().word(),
            change.scope().id(),
            change.role(),
            by == null ? null : by.value(),
            change.reason().word(),
            fact.at()));
  }
}
