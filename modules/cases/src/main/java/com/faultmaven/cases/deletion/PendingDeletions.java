package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deletions under way, one a user however often it is asked for. */
@Component
class PendingDeletions {

  private final JdbcClient jdbc;

  PendingDeletions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one that is due at once; one that is there already does not rest, and settles later. */
  void add(PendingDeletion deletion, Instant settlesAt, Instant now) {
    TraceParent trace = deletion.trace();
    jdbc.sql(
            """
            insert into cases.user_data_deletions
              (user_id, correlation_id, traceparent, settles_at, due_at)
            values (:user, :correlation, :trace, :settlesAt, :now)
            on conflict (user_id) do update set settles_at = excluded.settles_at,
              due_at = least(user_data_deletions.due_at, excluded.due_at)
            """)
        .param("user", deletion.user().value())
        .param("correlation", deletion.correlation().value())
        .param("trace", trace == null ? null : trace.value(), Types.VARCHAR)
        .param("settlesAt", utc(settlesAt))
        .param("now", utc(now))
        .update();
  }

  /** Takes the one that has been due longest; it is due again later, whatever becomes of it. */
  Optional<PendingDeletion> take(Instant now, Instant dueAgain) {
    return jdbc.sql(
            """
            update cases.user_data_deletions set due_at = ? where user_id = (
              select user_id from cases.user_data_deletions where due_at <= ?
              order by due_at limit 1 for update skip locked)
            returning user_id, correlation_id, traceparent
            """)
        .params(utc(dueAgain), utc(now))
        .query(PendingDeletions::deletion)
        .optional();
  }

  /**
   * Keeps everybody else from it until the transaction ends.
   *
   * @return whether it may end now; empty if somebody else has it, or has ended it
   */
  Optional<Boolean> lock(UserId user, Instant now) {
    return jdbc.sql(
            """
            select settles_at <= ? from cases.user_data_deletions where user_id = ?
            for update skip locked
            """)
        .params(utc(now), user.value())
        .query(Boolean.class)
        .optional();
  }

  void goOnAt(Instant time, UserId user) {
    jdbc.sql("update cases.user_data_deletions set due_at = ? where user_id = ?")
        .params(utc(time), user.value())
        .update();
  }

  void end(UserId user) {
    jdbc.sql("delete from cases.user_data_deletions where user_id = ?")
        .param(user.value())
        .update();
  }

  private static PendingDeletion deletion(ResultSet row, int number) throws SQLException {
    return new PendingDeletion(
        new UserId(row.getString("user_id")),
        new CorrelationId(row.getString("correlation_id")),
        TraceParent.of(row.getString("traceparent")));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
