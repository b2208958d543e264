package com.faultmaven.sessions;

import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of the table. */
final class SessionRows implements RowMapper<Session> {

  static final String COLUMNS =
      """
      s.session_id, s.version, s.user_id, s.client_id, s.session_type, s.title, s.status,
      s.timeout_minutes, s.metadata, s.case_count, s.facts, s.created_at, s.updated_at,
      s.last_activity_at, s.expires_at
      """;

  @Override
  public Session mapRow(ResultSet row, int number) throws SQLException {
    return new Session(
        new SessionId(row.getString("session_id")),
        new EntityVersion(row.getLong("version")),
        new UserId(row.getString("user_id")),
        row.getString("client_id"),
        row.getString("session_type"),
        row.getString("title"),
        SessionStatus.of(row.getString("status")),
        row.getInt("timeout_minutes"),
        Metadata.stored(row.getString("metadata")),
        row.getInt("case_count"),
        row.getLong("facts"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        instant(row, "last_activity_at"),
        instant(row, "expires_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
