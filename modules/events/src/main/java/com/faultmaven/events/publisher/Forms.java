package com.faultmaven.events.publisher;

import com.faultmaven.contracts.events.CaseCreatedV1;
import com.faultmaven.contracts.events.CaseCreatedV2;
import com.faultmaven.events.WithBroker;
import com.faultmaven.events.log.LoggedEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Knows which events have an older form whose readers are still served. */
@WithBroker
@Component
class Forms {

  /** What the payload of {@code case.created.v1} has. */
  private static final List<String> CREATED_V1 =
      List.of("case_id", "user_id", "title", "status", "created_at");

  private final JsonMapper json;

  Forms(JsonMapper json) {
    this.json = json;
  }

  /** The older forms first. */
  List<Form> of(LoggedEvent event) {
    Form own = new Form(event, event.schemaVersion(), event.payload());
    return own.channel().equals(CaseCreatedV2.CHANNEL)
        ? List.of(createdV1(event), own)
        : List.of(own);
  }

  private Form createdV1(LoggedEvent event) {
    ObjectNode payload = (ObjectNode) json.readTree(event.payload());
    return new Form(
        event, CaseCreatedV1.SCHEMA_VERSION, json.writeValueAsString(payload.retain(CREATED_V1)));
  }
}
