package com.faultmaven.events.publisher;

import com.faultmaven.contracts.events.CaseCreatedV1;
import com.faultmaven.contracts.events.CaseCreatedV1Payload;
import com.faultmaven.contracts.events.CaseCreatedV2;
import com.faultmaven.events.WithBroker;
import com.faultmaven.events.log.LoggedEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows which events have an older form whose readers are still served. */
@WithBroker
@Component
class Forms {

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
    CaseCreatedV1Payload payload = json.readValue(event.payload(), CaseCreatedV1Payload.class);
    return new Form(event, CaseCreatedV1.SCHEMA_VERSION, json.writeValueAsString(payload));
  }
}
