package com.faultmaven.cases.events;

import com.faultmaven.contracts.cases.events.CaseCreatedV1;
import com.faultmaven.contracts.cases.events.CaseCreatedV1Payload;
import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.messaging.OlderForm;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code case.created.v1}, made from v2, which has all of its members. */
@Component
class CaseCreatedV1Form implements OlderForm {

  private final JsonMapper json;

  CaseCreatedV1Form(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String newerChannel() {
    return CaseCreatedV2.CHANNEL;
  }

  @Override
  public String channel() {
    return CaseCreatedV1.CHANNEL;
  }

  @Override
  public String schemaVersion() {
    return CaseCreatedV1.SCHEMA_VERSION;
  }

  @Override
  public CaseCreatedV1Payload payload(String newer) {
    return json.readValue(newer, CaseCreatedV1Payload.class);
  }
}
