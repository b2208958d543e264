package com.faultmaven.messaging.web;

import com.faultmaven.contracts.cases.v2.model.EventList;
import com.faultmaven.contracts.cases.v2.model.EventResponse;
import com.faultmaven.contracts.cases.v2.model.RewindPublisherResult;
import com.faultmaven.messaging.log.LogPage;
import com.faultmaven.messaging.log.LoggedEvent;
import com.faultmaven.messaging.log.Rewind;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says in the words of the contract what the log holds. */
@Component
class EventResponses {

  private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

  private final JsonMapper json;

  EventResponses(JsonMapper json) {
    this.json = json;
  }

  EventList list(LogPage page) {
    return new EventList(
        page.events().stream().map(this::event).toList(), FeedCursor.of(page.end()));
  }

  RewindPublisherResult rewound(Rewind rewind) {
    return new RewindPublisherResult(
        FeedCursor.of(rewind.to()), FeedCursor.of(rewind.from()), rewind.pending());
  }

  private EventResponse event(LoggedEvent event) {
    return new EventResponse(
        event.eventId(),
        event.eventType(),
        event.schemaVersion(),
        event.occurredAt().atOffset(ZoneOffset.UTC),
        event.correlationId(),
        event.aggregateId(),
        event.aggregateType(),
        event.aggregateVersion(),
        json.readValue(event.payload(), PAYLOAD));
  }
}
