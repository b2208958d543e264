package com.faultmaven.status;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.UUID;

/** An organization of its own for a test, and what is done for it. */
final class Organization {

  static final String SERVICES = "/api/v1/services";
  static final String INCIDENTS = "/api/v1/incidents";

  private final String name;
  private final Api anybody;

  private Organization(String name, int port) {
    this.name = name;
    this.anybody = Api.on(port).with("X-Organization-ID", name);
  }

  static Organization on(int port) {
    return new Organization("acme-" + UUID.randomUUID(), port);
  }

  /** One in which anybody publishes. */
  static Organization openOn(int port) {
    return new Organization("opstatus-" + UUID.randomUUID(), port);
  }

  String name() {
    return name;
  }

  /** Somebody who does not say who they are. */
  Api nobody() {
    return anybody;
  }

  Api member() {
    return anybody.asSomebody();
  }

  Api operator() {
    return as("operator");
  }

  Api admin() {
    return as("admin");
  }

  Api as(String role) {
    return member().with("X-User-Roles", "[\"" + role + "\"]");
  }

  /** The path of a new service. */
  static String service(Api publisher, String name) {
    return publisher.post(SERVICES, "{\"name\":\"" + name + "\"}").is(201).header("Location");
  }

  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path of a new incident that touches services. */
  static String incident(Api publisher, String severity, String... services) {
    return open(publisher, severity, services).is(201).header("Location");
  }

  static Answer open(Api publisher, String severity, String... services) {
    StringBuilder ids = new StringBuilder();
    for (String service : services) {
      ids.append(ids.isEmpty() ? "" : ",").append('"').append(id(service)).append('"');
    }
    return publisher.post(
        INCIDENTS,
        "{\"title\":\"Payments time out\",\"severity\":\"%s\",\"service_ids\":[%s]}"
            .formatted(severity, ids));
  }
}
