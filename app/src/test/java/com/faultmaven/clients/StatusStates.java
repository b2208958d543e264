package com.faultmaven.clients;

import au.com.dius.pact.provider.junitsupport.State;
import com.faultmaven.testing.Api;
import java.util.Map;
import java.util.UUID;

/** Brings about the services and incidents that interactions take for granted. */
public final class StatusStates {

  private static final String INCIDENTS = "/api/v1/incidents";

  private final int port;

  StatusStates(int port) {
    this.port = port;
  }

  @State("a name no service has")
  public Map<String, Object> aName() {
    return Map.of("name", "Payments " + UUID.randomUUID());
  }

  @State("a service")
  public Map<String, Object> aService() {
    String name = String.valueOf(aName().get("name"));
    String id =
        operator()
            .post("/api/v1/services", "{\"name\":\"%s\"}".formatted(name))
            .is(201)
            .text("/id");
    return Map.of("service_id", id, "name", name);
  }

  @State("an incident")
  public Map<String, Object> anIncident() {
    String service = String.valueOf(aService().get("service_id"));
    String id =
        operator()
            .post(
                INCIDENTS,
                """
                {"title":"Payments time out","body":"Every second one.","severity":"high","service_ids":["%s"]}
                """
                    .formatted(service))
            .is(201)
            .text("/id");
    return Map.of("service_id", service, "incident_id", id);
  }

  @State("a resolved incident")
  public Map<String, Object> aResolvedIncident() {
    Map<String, Object> incident = anIncident();
    operator().post(INCIDENTS + "/" + incident.get("incident_id") + "/resolve", "").is(200);
    return incident;
  }

  private Api operator() {
    return Api.on(port).asSomebody().with("X-User-Roles", "[\"operator\"]");
  }
}
