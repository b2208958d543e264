package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Redacts the log and its archive in place: no position, type or id changes, nor does any horizon,
 * which is a column. Readers of the log do not wait, and get the one or the other.
 */
@Component
@Order(PersonalData.EVENTS + 1)
class LoggedEvents implements PersonalData {

  /** The log first: an event that moves meanwhile is found in the archive. */
  private static final List<String> TABLES =
      List.of("events.event_log", "events.event_log_archive");

  /** The members of a payload that name a user; each has an index. */
  static final List<String> NAMES =
      List.of(
          "user_id",
          "changed_by",
          "owner_user_id",
          "created_by",
          "assigned_by",
          "removed_by",
          "reporter_id",
          "requested_by",
          "recorded_by");

  static final String FIND =
      """
      select horizon, seq, event_id, payload from %s where payload ->> '%s' = ?
      order by horizon, seq limit ? for update
      """;

  private static final String REDACT =
      """
      update %s as logged set payload = redacted.payload::jsonb
      from unnest(?::bigint[], ?::bigint[], ?::text[]) as redacted (horizon, seq, payload)
      where logged.horizon = redacted.horizon and logged.seq = redacted.seq
      """;

  private final JdbcClient jdbc;
  private final Redactions redactions;

  LoggedEvents(JdbcClient jdbc, Redactions redactions) {
    this.jdbc = jdbc;
    this.redactions = redactions;
  }

  private record Found(long horizon, long seq, UUID eventId, String payload) {}

  @Override
  public Erasure eraseSome(UserId user, int most) {
    for (String table : TABLES) {
      for (String name : NAMES) {
        List<Found> found = find(table, name, user, most);
        if (!found.isEmpty()) {
          redact(table, found, redactions.of(user));
          forgetFailures(found);
          return Erasure.SOME;
        }
      }
    }
    return Erasure.NOTHING_LEFT;
  }

  private List<Found> find(String table, String name, UserId user, int most) {
    return jdbc.sql(FIND.formatted(table, name))
        .params(user.value(), most)
        .query(
            (row, _) ->
                new Found(
                    row.getLong("horizon"),
                    row.getLong("seq"),
                    row.getObject("event_id", UUID.class),
                    row.getString("payload")))
        .list();
  }

  private void redact(String table, List<Found> found, Redaction redaction) {
    jdbc.sql(REDACT.formatted(table))
        .params(
            column(found, Found::horizon),
            column(found, Found::seq),
            column(found, event -> redaction.ofPayload(event.payload())))
        .update();
  }

  /** What their deliveries failed with may quote them. */
  private void forgetFailures(List<Found> found) {
    jdbc.sql("delete from events.delivery_failure where event_id = any (?::uuid[])")
        .param(column(found, Found::eventId))
        .update();
  }

  private static String[] column(List<Found> found, Function<Found, Object> value) {
    return found.stream().map(value).map(Object::toString).toArray(String[]::new);
  }
}
