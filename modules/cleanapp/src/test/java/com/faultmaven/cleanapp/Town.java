package com.faultmaven.cleanapp;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** An organization of its own for a test, where people report what they see. */
final class Town {

  private final String name = "town-" + UUID.randomUUID();
  private final int port;

  Town(int port) {
    this.port = port;
  }

  Api as(String user) {
    return Api.on(port).as(user + "-" + name).with("X-Organization-ID", name);
  }

  String userId(String user) {
    return user + "-" + name;
  }

  Api admin() {
    return as("admin").with("X-User-Roles", "[\"admin\"]");
  }

  /** A report at a place; gives its number. */
  int report(double longitude, double latitude, String title, double severity) {
    return report(
        """
        {"location": {"type": "Point", "coordinates": [%s, %s]},
         "analyses": [{"title": "%s", "severity": %s, "contact_emails": ["works@%s.dev"],
           "metadata": {"hazard_probability": 0.7}}]}
        """
            .formatted(longitude, latitude, title, severity, name));
  }

  int report(String json) {
    return as("ada").post("/api/v1/reports", json).is(201).at("/seq").asInt();
  }

  /** A case of Ada's with these reports. */
  Answer open(String base, Integer... seqs) {
    return as("ada").post(base + "/cases", wanted(seqs)).is(201);
  }

  static String wanted(Integer... seqs) {
    return """
        {"title": "Tiles fall from the hall", "summary": "Beside the entrance.",
         "anchor_report_seq": %s, "report_seqs": [%s]}
        """
        .formatted(seqs[0], joined(seqs));
  }

  static String joined(Integer... seqs) {
    return Arrays.stream(seqs).map(String::valueOf).collect(Collectors.joining(", "));
  }

  void share(String caseId, String user, String role) {
    as("ada")
        .put(
            "/api/v2/cases/" + caseId + "/participants/" + userId(user),
            "{\"role\": \"" + role + "\"}")
        .is(201);
  }

  static String error(Answer answer) {
    return answer.text("/error");
  }

  static List<String> versions() {
    return List.of("/api/v3", "/api/v4");
  }
}
