package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads maintenances {@code m} with their services and updates. */
final class MaintenanceRows implements RowMapper<Maintenance> {

  static final String COLUMNS =
      """
      m.id, m.organization_id, m.title, m.body, m.scheduled_for, m.scheduled_until, m.started_at,
      m.completed_at, m.cancelled_at, m.told, m.notify, m.update_count, m.created_at, m.updated_at,
      m.facts, m.version,
      (select json_agg(x.service_id order by x.ordinal)
        from status.maintenance_services x where x.maintenance_id = m.id) as services,
      (select json_agg(json_build_array(u.id, u.message, u.status, u.created_at) order by u.seq)
        from (
          select * from status.maintenance_updates said where said.maintenance_id = m.id
          order by said.seq desc limit :updates) u) as updates
      """;

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public Maintenance mapRow(ResultSet row, int number) throws SQLException {
    MaintenanceId id = new MaintenanceId(row.getObject("id", UUID.class));
    return new Maintenance(
        id,
        new OrganizationId(row.getString("organization_id")),
        row.getString("title"),
        row.getString("body"),
        elements(row, "services").stream()
            .map(json -> new ServiceId(UUID.fromString(json.asString())))
            .toList(),
        required(row, "scheduled_for"),
        required(row, "scheduled_until"),
        instant(row, "started_at"),
        instant(row, "completed_at"),
        instant(row, "cancelled_at"),
        MaintenanceStatus.of(row.getString("told")),
        row.getBoolean("notify"),
        row.getInt("update_count"),
        required(row, "created_at"),
        required(row, "updated_at"),
        row.getLong("facts"),
        new EntityVersion(row.getLong("version")),
        elements(row, "updates").stream().map(json -> update(id, json)).toList());
  }

  private static MaintenanceUpdate update(MaintenanceId maintenance, JsonNode json) {
    return new MaintenanceUpdate(
        new UpdateId(UUID.fromString(json.get(0).asString())),
        maintenance,
        json.get(1).asString(),
        MaintenanceStatus.of(json.get(2).asString()),
        OffsetDateTime.parse(json.get(3).asString()).toInstant());
  }

  private static List<JsonNode> elements(ResultSet row, String column) throws SQLException {
    String json = row.getString(column);
    return json == null ? List.of() : List.copyOf(JSON.readTree(json).values());
  }

  private static Instant required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instant(row, column));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
