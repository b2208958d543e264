package com.faultmaven.messaging.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Modulith's registry, by what redelivery asks of it: every question is answered from an index. */
@Component
class StoredPublications {

  private static final String COLUMNS =
      """
      id, listener_id, event_type, serialized_event, publication_date, last_resubmission_date,
      completion_attempts\
      """;

  /** An attempt that never began is none; the first one always counts. */
  private static final String FAILED =
      """
      update events.event_publication set status = 'FAILED', completion_attempts =
        case status when 'PROCESSING' then completion_attempts
        else greatest(completion_attempts - 1, 1) end
      """;

  private static final String FAIL = FAILED + "where id = :id and status <> 'FAILED'";

  /** The lease counts from the last attempt or renewal, not from the first attempt. */
  private static final String EXPIRE =
      FAILED
          + """
      where id = any(array(
        select id from events.event_publication
        where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED') and publication_date < :before
          and coalesce(last_resubmission_date, publication_date) < :before
        limit :most for update skip locked))
      """;

  private static final String RENEW =
      """
      update events.event_publication set last_resubmission_date = :now
      where id = any(:ids::uuid[]) and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
      returning id
      """;

  /** The first of some whose events have so many bytes together; a larger one is there alone. */
  private static final String BOUNDED =
      """
      select * from (
        select next.*, coalesce(sum(octet_length(serialized_event)) over (
          order by coalesce(last_resubmission_date, publication_date), id
          rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from (%s) next) bounded
      where bytes_before < 4194304
      order by coalesce(last_resubmission_date, publication_date), id
      """;

  /** By how often each was tried, so that what is not due yet is not even looked at. */
  private static final String DUE =
      BOUNDED.formatted(
          """
      select due.* from unnest(:attempts::int[], :befores::timestamptz[]) as level (attempts, before)
      cross join lateral (
        select %s from events.event_publication
        where status = 'FAILED' and completion_attempts = level.attempts
          and coalesce(last_resubmission_date, publication_date) <= level.before
        order by coalesce(last_resubmission_date, publication_date) limit :most) due
      order by coalesce(last_resubmission_date, publication_date) limit :most
      """
              .formatted(COLUMNS));

  private static final String EXHAUSTED =
      BOUNDED.formatted(
          """
      select %s from events.event_publication
      where status = 'FAILED' and completion_attempts >= :attempts limit :most
      """
              .formatted(COLUMNS));

  private static final String LEASE =
      """
      update events.event_publication
      set status = 'RESUBMITTED', completion_attempts = completion_attempts + 1,
        last_resubmission_date = :now
      where id = any(:ids::uuid[]) and status = 'FAILED'
      returning id
      """;

  private static final String RESUBMITTED =
      """
      select id from events.event_publication where id = any(:ids::uuid[]) and status = 'RESUBMITTED'
      """;

  private static final String POSTPONE =
      """
      update events.event_publication
      set last_resubmission_date = :now, completion_attempts = greatest(completion_attempts, 1)
      where id = any(:ids::uuid[]) and status = 'FAILED'
      """;

  private final JdbcClient jdbc;
  private final RedeliveryProperties properties;

  StoredPublications(JdbcClient jdbc, RedeliveryProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /** Fails some of what nobody has reported on for as long as the lease; says how many. */
  int expire(Instant now, int most) {
    return moment(jdbc.sql(EXPIRE), "before", now.minus(properties.lease()))
        .param("most", most)
        .update();
  }

  /** Begins the lease of what is under way anew; gives what was, and is committed. */
  Set<UUID> renew(Collection<UUID> ids, Instant now) {
    return bound(RENEW, ids, now).query(UUID.class).set();
  }

  /** Fails one that was delivered without success, or will not be delivered now. */
  void fail(UUID id) {
    jdbc.sql(FAIL).param("id", id).update();
  }

  /** Failed ones that have waited long enough, those waiting longest first. */
  List<StoredPublication> due(Instant now, int most) {
    int[] attempts = IntStream.range(0, properties.attempts()).toArray();
    String[] befores =
        IntStream.of(attempts)
            .mapToObj(tried -> now.minus(properties.pauseAfter(tried)).toString())
            .toArray(String[]::new);
    return jdbc.sql(DUE)
        .param("attempts", attempts)
        .param("befores", befores)
        .param("most", most)
        .query((row, _) -> publication(row))
        .list();
  }

  /** Some of those that were tried often enough. */
  List<StoredPublication> exhausted(int most) {
    return jdbc.sql(EXHAUSTED)
        .param("attempts", properties.attempts())
        .param("most", most)
        .query((row, _) -> publication(row))
        .list();
  }

  /** Marks them as under way again, in one statement; gives those that still had failed. */
  Set<UUID> lease(Collection<UUID> ids, Instant now) {
    return bound(LEASE, ids, now).query(UUID.class).set();
  }

  /** Which of these are marked so and have not begun. */
  Set<UUID> resubmitted(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : jdbc.sql(RESUBMITTED).param("ids", array(ids)).query(UUID.class).set();
  }

  /** Lets them wait as long again, as after the first attempt at least, without counting one. */
  void postpone(Collection<UUID> ids, Instant now) {
    bound(POSTPONE, ids, now).update();
  }

  private StatementSpec bound(String sql, Collection<UUID> ids, Instant now) {
    return moment(jdbc.sql(sql), "now", now).param("ids", array(ids));
  }

  private static String[] array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static StatementSpec moment(StatementSpec statement, String name, Instant moment) {
    return statement.param(name, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static StoredPublication publication(ResultSet row) throws SQLException {
    OffsetDateTime lastAttempt = row.getObject("last_resubmission_date", OffsetDateTime.class);
    return new StoredPublication(
        row.getObject("id", UUID.class),
        row.getString("listener_id"),
        row.getString("event_type"),
        row.getString("serialized_event"),
        row.getObject("publication_date", OffsetDateTime.class).toInstant(),
        lastAttempt == null ? null : lastAttempt.toInstant(),
        row.getInt("completion_attempts"));
  }
}
