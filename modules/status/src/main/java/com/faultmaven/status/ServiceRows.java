package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads services {@code s} with their conditions {@code c}. */
final class ServiceRows implements RowMapper<Service> {

  static final String COLUMNS =
      """
      s.id, s.organization_id, s.name, s.description, s.group_name, s.position, s.start_date,
      s.created_at, s.updated_at, s.facts, s.version, c.condition, c.active_incidents
      """;

  @Override
  public Service mapRow(ResultSet row, int number) throws SQLException {
    return new Service(
        new ServiceId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getString("organization_id")),
        row.getString("name"),
        row.getString("description"),
        row.getString("group_name"),
        row.getInt("position"),
        row.getObject("start_date", LocalDate.class),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        Condition.of(row.getString("condition")),
        row.getInt("active_incidents"),
        row.getLong("facts"),
        new EntityVersion(row.getLong("version")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
