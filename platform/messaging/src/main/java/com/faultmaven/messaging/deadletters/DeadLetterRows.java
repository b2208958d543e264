package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.EntityVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads dead letters: one row, one letter. */
final class DeadLetterRows implements RowMapper<DeadLetter> {

  /** Without the content, which may be large. */
  static final String COLUMNS =
      """
      dead_letter_id, state, consumer, reason, detail, attempts, event_id, event_type, schema_version,
      aggregate_id, correlation_id, occurred_at, parked_at, settled_at, settled_by, discard_reason,
      version\
      """;

  private final boolean withContent;

  DeadLetterRows(boolean withContent) {
    this.withContent = withContent;
  }

  @Override
  public DeadLetter mapRow(ResultSet row, int number) throws SQLException {
    return new DeadLetter(
        row.getObject("dead_letter_id", UUID.class),
        DeadLetterState.of(row.getString("state")),
        row.getString("consumer"),
        DeadLetterReason.of(row.getString("reason")),
        row.getString("detail"),
        row.getInt("attempts"),
        envelope(row),
        Objects.requireNonNull(instant(row, "parked_at")),
        instant(row, "settled_at"),
        row.getString("settled_by"),
        row.getString("discard_reason"),
        withContent ? row.getString("content") : null,
        new EntityVersion(row.getLong("version")));
  }

  private static Envelope envelope(ResultSet row) throws SQLException {
    return new Envelope(
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        row.getString("schema_version"),
        row.getString("aggregate_id"),
        row.getString("correlation_id"),
        instant(row, "occurred_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
