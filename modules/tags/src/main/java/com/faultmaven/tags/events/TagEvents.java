package com.faultmaven.tags.events;

import com.faultmaven.contracts.cases.events.CaseTagsChangedV1;
import com.faultmaven.contracts.cases.events.CaseTagsChangedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.tags.CaseTagsChanged;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each fact as a contract event, in the transaction that made it true. */
@Component
class TagEvents {

  private final ApplicationEventPublisher events;

  TagEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(CaseTagsChanged fact) {
    events.publishEvent(
        new CaseTagsChangedV1(
            UUID.randomUUID(),
            CaseTagsChangedV1.EVENT_TYPE,
            CaseTagsChangedV1.SCHEMA_VERSION,
            fact.at(),
            CorrelationId.current().value(),
            fact.caseId().value(),
            CaseTagsChangedV1.AGGREGATE_TYPE,
            fact.fact(),
            new CaseTagsChangedV1Payload(
                fact.caseId().value(),
                fact.owner().value(),
                fact.added(),
                fact.removed(),
                fact.tags())));
  }
}
