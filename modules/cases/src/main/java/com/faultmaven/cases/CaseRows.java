package com.faultmaven.cases;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads cases for those who only look: one row, one view. */
class CaseRows implements RowMapper<CaseView> {

  /** All but {@code my_role}, which depends on how the caller came by the case. */
  static final String COLUMNS =
      """
      c.case_id, c.organization_id, c.owner_id, c.session_id, c.title, c.description, c.status,
      c.severity, c.category, c.metadata, c.tags, c.tags_as_written, c.message_count, c.last_message_at,
      c.created_at, c.updated_at, c.resolved_at, c.closed_at, c.archived_at, c.version""";

  @Override
  public CaseView mapRow(ResultSet row, int number) throws SQLException {
    return new CaseView(
        new CaseId(row.getString("case_id")),
        row.getString("organization_id"),
        new UserId(row.getString("owner_id")),
        row.getString("session_id"),
        row.getString("title"),
        row.getString("description"),
        constant(CaseStatus.class, row.getString("status")),
        constant(Severity.class, row.getString("severity")),
        constant(Category.class, row.getString("category")),
        Metadata.stored(row.getString("metadata")),
        strings(row.getArray("tags")),
        nullableStrings(row.getArray("tags_as_written")),
        row.getInt("message_count"),
        nullableInstant(row, "last_message_at"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        nullableInstant(row, "resolved_at"),
        nullableInstant(row, "closed_at"),
        nullableInstant(row, "archived_at"),
        constant(CaseRole.class, row.getString("my_role")),
        new EntityVersion(row.getLong("version")));
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant nullableInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable List<String> nullableStrings(@Nullable Array array) throws SQLException {
    return array == null ? null : strings(array);
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
