package com.faultmaven.movingin.opstatus;

import com.faultmaven.movingin.opstatus.Fields.Unusable;
import com.faultmaven.movingin.opstatus.OpStatus.Batch;
import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.Severity;
import com.faultmaven.status.importing.ImportedIncident;
import com.faultmaven.status.importing.ImportedIncident.ImportedUpdate;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads incidents with the services they touch and what was said about them. */
final class Incidents {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_MESSAGE = 5000;

  private final Rows rows;

  Incidents(Rows rows) {
    this.rows = rows;
  }

  /** An incident without what other tables have of it, and the id it has there. */
  private record Bare(String key, ImportedIncident incident) {}

  Batch next(String after, int most, Set<UUID> services) {
    List<String> keys = new ArrayList<>();
    List<Bare> bare = new ArrayList<>();
    rows.read(
        "select * from incidents where cast(id as text) > ? order by cast(id as text) limit "
            + most,
        row -> {
          keys.add(row.getString("id"));
          rows.take("incident", row, fields -> bare(row.getString("id"), fields), bare::add);
        },
        after);
    if (keys.isEmpty()) {
      return new Batch(List.of(), null);
    }
    Map<String, List<UUID>> touched = touched(keys, services);
    Map<String, List<ImportedUpdate>> updates = updates(keys);
    List<ImportedIncident> incidents =
        bare.stream()
            .map(
                it ->
                    whole(
                        it.incident(),
                        touched.getOrDefault(it.key(), List.of()),
                        updates.getOrDefault(it.key(), List.of())))
            .toList();
    return new Batch(incidents, keys.size() < most ? null : keys.getLast());
  }

  /** The original forgets at times when an incident was resolved. */
  private Bare bare(String key, Fields fields) throws SQLException, Unusable {
    UUID id = fields.id("id");
    IncidentStatus status = fields.word("status", IncidentStatus::of);
    Instant updated = fields.time("updated_at");
    Instant resolved = fields.timeIfAny("resolved_at");
    boolean over = status == IncidentStatus.RESOLVED;
    if (over != (resolved != null)) {
      rows.refuse(
          new Refused(
              "incident",
              id.toString(),
              true,
              "resolved_at",
              over ? "missing" : "not_resolved",
              over
                  ? "It is resolved, and was when it changed last."
                  : "It is not resolved, and has no such time."));
    }
    return new Bare(
        key,
        new ImportedIncident(
            id,
            fields.required("title", LONGEST_TITLE),
            fields.text("body", LONGEST_BODY),
            fields.word("severity", Severity::of),
            status,
            fields.time("created_at"),
            updated,
            over ? resolved == null ? updated : resolved : null,
            List.of(),
            List.of()));
  }

  private static ImportedIncident whole(
      ImportedIncident it, List<UUID> services, List<ImportedUpdate> updates) {
    return new ImportedIncident(
        it.id(),
        it.title(),
        it.body(),
        it.severity(),
        it.status(),
        it.createdAt(),
        it.updatedAt(),
        it.resolvedAt(),
        services,
        updates);
  }

  private Map<String, List<UUID>> touched(List<String> incidents, Set<UUID> services) {
    Map<String, List<UUID>> touched = new HashMap<>();
    rows.read(
        "select * from service_incidents where cast(incident_id as text) in ("
            + places(incidents)
            + ") order by service_id",
        row -> {
          String incident = row.getString("incident_id");
          rows.take(
              "service_incident",
              row,
              fields -> known(fields, services),
              id -> touched.computeIfAbsent(incident, _ -> new ArrayList<>()).add(id));
        },
        incidents.toArray());
    return touched;
  }

  private static UUID known(Fields fields, Set<UUID> services) throws SQLException, Unusable {
    UUID id = fields.id("service_id");
    if (!services.contains(id)) {
      throw new Unusable("service_id", "unknown", "This service did not come.");
    }
    return id;
  }

  private Map<String, List<ImportedUpdate>> updates(List<String> incidents) {
    Map<String, List<ImportedUpdate>> updates = new HashMap<>();
    rows.read(
        "select * from incident_updates where cast(incident_id as text) in ("
            + places(incidents)
            + ") order by created_at, id",
        row -> {
          String incident = row.getString("incident_id");
          rows.take(
              "incident_update",
              row,
              fields ->
                  new ImportedUpdate(
                      fields.id("id"),
                      fields.required("message", LONGEST_MESSAGE),
                      fields.word("status", IncidentStatus::of),
                      fields.time("created_at")),
              update -> updates.computeIfAbsent(incident, _ -> new ArrayList<>()).add(update));
        },
        incidents.toArray());
    return updates;
  }

  private static String places(List<String> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }
}
