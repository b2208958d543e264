package com.faultmaven.reports;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.UUID;

/** An organization of its own for a test, and what its people report. */
public final class Organization {

  public static final String REPORTS = "/api/v1/reports";
  public static final String CLUSTERS = "/api/v1/clusters";

  private final Api anybody;

  private Organization(String name, int port) {
    this.anybody = Api.on(port).with("X-Organization-ID", name);
  }

  public static Organization on(int port) {
    return new Organization("acme-" + UUID.randomUUID(), port);
  }

  public Api member() {
    return anybody.asSomebody();
  }

  public Api member(String name) {
    return anybody.as(name);
  }

  public Api service() {
    return member().with("X-User-Roles", "[\"service\"]");
  }

  public Api admin() {
    return member().with("X-User-Roles", "[\"admin\"]");
  }

  /** A report at a place with an analysis; gives its id. */
  public static String report(Api who, double longitude, double latitude, String title) {
    return submitted(
        who,
        """
        {"location": {"type": "Point", "coordinates": [%s, %s]},
         "analyses": [{"title": "%s", "severity": 0.6}]}
        """
            .formatted(longitude, latitude, title));
  }

  /** Any report; gives its id. */
  public static String submitted(Api who, String json) {
    return who.post(REPORTS, json).is(201).text("/report_id");
  }

  static String path(Answer submitted) {
    return REPORTS + "/" + submitted.text("/report_id");
  }
}
