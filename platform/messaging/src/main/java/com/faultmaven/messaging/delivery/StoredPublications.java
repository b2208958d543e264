package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.registry.RegistrySql;
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

  private final JdbcClient jdbc;
  private final RedeliveryProperties properties;

  StoredPublications(JdbcClient jdbc, RedeliveryProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /** Fails some of what nobody has reported on for as long as the lease; says how many. */
  int expire(Instant now, int most) {
    return withTime(jdbc.sql(RegistrySql.EXPIRE), "before", now.minus(properties.lease()))
        .param("most", most)
        .update();
  }

  /** Renews the lease of deliveries in progress; gives what was, and is committed. */
  Set<UUID> renew(Collection<UUID> ids, Instant now) {
    return bound(RegistrySql.RENEW, ids, now).query(UUID.class).set();
  }

  /** Fails those that never began, so that any process delivers them; says how many. */
  int release(Collection<UUID> ids) {
    return jdbc.sql(RegistrySql.RELEASE).param("ids", ids.toArray(UUID[]::new)).update();
  }

  /** Fails one that was delivered without success, or will not be delivered now. */
  void fail(UUID id) {
    jdbc.sql(RegistrySql.FAIL).param("id", id).update();
  }

  /** Failed ones that have waited long enough, those waiting longest first. */
  List<StoredPublication> due(Instant now, int most) {
    int[] attempts = IntStream.range(0, properties.attempts()).toArray();
    String[] befores =
        IntStream.of(attempts)
            .mapToObj(tried -> now.minus(properties.pauseAfter(tried)).toString())
            .toArray(String[]::new);
    return jdbc.sql(RegistrySql.DUE)
        .param("attempts", attempts)
        .param("befores", befores)
        .param("most", most)
        .query((row, _) -> publication(row))
        .list();
  }

  /** Some of those that were tried often enough. */
  List<StoredPublication> exhausted(int most) {
    return jdbc.sql(RegistrySql.EXHAUSTED)
        .param("attempts", properties.attempts())
        .param("most", most)
        .query((row, _) -> publication(row))
        .list();
  }

  /** Leases failed ones, in one statement; gives those that still had failed. */
  Set<UUID> lease(Collection<UUID> ids, Instant now) {
    return bound(RegistrySql.LEASE, ids, now).query(UUID.class).set();
  }

  /** Which of these are marked so and have not begun. */
  Set<UUID> resubmitted(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : jdbc.sql(RegistrySql.RESUBMITTED).param("ids", array(ids)).query(UUID.class).set();
  }

  /** Lets them wait as long again, as after the first attempt at least, without counting one. */
  void postpone(Collection<UUID> ids, Instant now) {
    bound(RegistrySql.POSTPONE, ids, now).update();
  }

  private StatementSpec bound(String sql, Collection<UUID> ids, Instant now) {
    return withTime(jdbc.sql(sql), "now", now).param("ids", array(ids));
  }

  private static String[] array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static StatementSpec withTime(StatementSpec statement, String name, Instant time) {
    return statement.param(name, time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
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
