package com.faultmaven.clients;

import au.com.dius.pact.provider.junitsupport.State;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.HashMap;
import java.util.Map;

/** Brings about the reports and cases that interactions of CleanApp's clients take for granted. */
public final class CleanAppStates {

  private static final String REPORT =
      """
      {"visibility": "%s", "location": {"type": "Point", "coordinates": [17.422, -33.2]},
       "analyses": [{"title": "Market hall: tiles falling from roof", "severity": 0.92,
         "summary": "Tiles fall beside the entrance.", "contact_emails": ["works@city.dev"]}]}
      """;

  private static final String CASE =
      """
      {"title": "Market hall: tiles falling from roof", "report_seqs": [%s],
       "anchor_report_seq": %s, "cluster_summary": "Cluster analyzed."}
      """;

  private final int port;

  CleanAppStates(int port) {
    this.port = port;
  }

  @State("public reports of a market hall")
  public Map<String, Object> publicReports() {
    return Map.of("first_seq", report("public"), "second_seq", report("public"));
  }

  /** Beside somebody who has signed in. */
  @State("reports of a market hall")
  public Map<String, Object> reports() {
    Map<String, Object> given = new HashMap<>(new AccountStates(port).signedIn());
    given.put("first_seq", report("organization"));
    given.put("second_seq", report("organization"));
    return given;
  }

  /** Opened by somebody who has signed in. */
  @State("a case of reports")
  public Map<String, Object> aCase() {
    Map<String, Object> given = reports();
    Answer opened = open(given, "first_seq");
    given.put("case_id", opened.text("/case/case_id"));
    given.put("target_id", opened.at("/escalation_targets/0/id").asLong());
    return given;
  }

  @State("two cases of reports")
  public Map<String, Object> twoCases() {
    Map<String, Object> given = aCase();
    given.put("other_case_id", open(given, "second_seq").text("/case/case_id"));
    return given;
  }

  private Answer open(Map<String, Object> given, String name) {
    Object seq = given.get(name);
    return Api.on(port)
        .with("Authorization", "Bearer " + given.get("access_token"))
        .post("/api/v4/cases", CASE.formatted(seq, seq))
        .is(201);
  }

  private int report(String visibility) {
    return Api.on(port)
        .asSomebody()
        .post("/api/v1/reports", REPORT.formatted(visibility))
        .is(201)
        .at("/seq")
        .asInt();
  }
}
