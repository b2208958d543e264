package com.faultmaven.messaging.publisher;

import com.faultmaven.contracts.cases.events.CaseCreatedV1;
import com.faultmaven.contracts.cases.events.CaseCreatedV1Payload;
import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.LoggedEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows which events have an older form whose readers are still served: every major version of an
 * event that is still published is a form of the same fact, under the same event id.
 */
@WithBroker
@Component
class EventRenderer {

  private final JsonMapper json;

  EventRenderer(JsonMapper json) {
    this.json = json;
  }

  /**
   * An event in the form of one channel.
   *
   * @param payload as any reader of JSON can read it, whatever the log holds
   */
  record EventRendering(String schemaVersion, JsonNode payload) {}

  /** Where an event is published, the older forms first. */
  List<String> channelsOf(LoggedEvent event) {
    String own = event.channel();
    return own.equals(CaseCreatedV2.CHANNEL) ? List.of(CaseCreatedV1.CHANNEL, own) : List.of(own);
  }

  /**
   * An event in the form of a channel.
   *
   * @throws RuntimeException if what the log holds does not have that form
   */
  EventRendering in(String channel, LoggedEvent event) {
    if (channel.equals(event.channel())) {
      return new EventRendering(event.schemaVersion(), json.readTree(event.payload()));
    }
    if (channel.equals(CaseCreatedV1.CHANNEL)) {
      CaseCreatedV1Payload payload = json.readValue(event.payload(), CaseCreatedV1Payload.class);
      return new EventRendering(CaseCreatedV1.SCHEMA_VERSION, json.valueToTree(payload));
    }
    throw new IllegalArgumentException("There is no " + channel + " of a " + event.channel());
  }
}
