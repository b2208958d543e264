package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads incidents {@code i} with their services and their last updates. */
final class IncidentRows implements RowMapper<Incident> {

  /** With as many of the last updates as {@code :updates} says. */
  static final String COLUMNS =
      """
      i.id, i.organization_id, i.title, i.body, i.severity, i.status, i.started_at, i.identified_at,
      i.monitoring_at, i.resolved_at, i.backfilled, i.notify, i.postmortem, i.update_count,
      i.created_at, i.updated_at, i.facts, i.version,
      (select json_agg(json_build_array(x.service_id, x.impact) order by x.ordinal)
        from status.incident_services x where x.incident_id = i.id) as services,
      (select json_agg(json_build_array(u.id, u.message, u.status, u.created_at, u.corrects,
            (select later.id from status.incident_updates later where later.corrects = u.id))
          order by u.seq)
        from (
          select * from status.incident_updates said where said.incident_id = i.id
          order by said.seq desc limit :updates) u) as updates
      """;

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public Incident mapRow(ResultSet row, int number) throws SQLException {
    IncidentId id = new IncidentId(row.getObject("id", UUID.class));
    return new Incident(
        id,
        new OrganizationId(row.getString("organization_id")),
        row.getString("title"),
        row.getString("body"),
        Severity.of(row.getString("severity")),
        IncidentStatus.of(row.getString("status")),
        elements(row, "services").stream().map(IncidentRows::service).toList(),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(row, "identified_at"),
        instant(row, "monitoring_at"),
        instant(row, "resolved_at"),
        row.getBoolean("backfilled"),
        row.getBoolean("notify"),
        row.getString("postmortem"),
        row.getInt("update_count"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getLong("facts"),
        new EntityVersion(row.getLong("version")),
        elements(row, "updates").stream().map(json -> update(id, json)).toList());
  }

  private static AffectedService service(JsonNode json) {
    return new AffectedService(
        new ServiceId(UUID.fromString(json.get(0).asString())),
        json.get(1).isNull() ? null : Impact.of(json.get(1).asString()));
  }

  private static IncidentUpdate update(IncidentId incident, JsonNode json) {
    return new IncidentUpdate(
        new UpdateId(UUID.fromString(json.get(0).asString())),
        incident,
        json.get(1).asString(),
        IncidentStatus.of(json.get(2).asString()),
        OffsetDateTime.parse(json.get(3).asString()).toInstant(),
        reference(json.get(4)),
        reference(json.get(5)));
  }

  private static @Nullable UpdateId reference(JsonNode json) {
    return json.isNull() ? null : new UpdateId(UUID.fromString(json.asString()));
  }

  private static List<JsonNode> elements(ResultSet row, String column) throws SQLException {
    String json = row.getString(column);
    return json == null ? List.of() : List.copyOf(JSON.readTree(json).values());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
