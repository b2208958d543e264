package com.faultmaven.escalations;

import com.faultmaven.kernel.Caller;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many letters may be sent. They are counted in the transaction that sends them, one of an
 * organization and one of a user after the other, so that as many as may are sent and no more.
 */
@Component
class LetterLimits {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  // so that a user, an organization and its directory of the same name are three locks
  private static final int ORGANIZATIONS = 7417;
  private static final int USERS = 7419;

  private final JdbcClient jdbc;
  private final EscalationProperties properties;

  LetterLimits(JdbcClient jdbc, EscalationProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  private record Sent(
      long byUser,
      long byOrganization,
      @Nullable Instant firstOfUser,
      @Nullable Instant firstOfOrganization) {}

  /**
   * Counts letters that are about to be sent.
   *
   * @throws LettersLimited if they are too many
   */
  void take(int letters, Caller caller, Instant now) {
    lock(caller.organizationId().value(), ORGANIZATIONS);
    // always in this order, so that there is no deadlock
    lock(caller.userId().value(), USERS);
    Sent sent = sent(caller, now);
    if (sent.byUser() + letters > properties.lettersAnHour()) {
      throw LettersLimited.ofUser(properties.lettersAnHour(), wait(sent.firstOfUser(), HOUR, now));
    }
    if (sent.byOrganization() + letters > properties.lettersADay()) {
      throw LettersLimited.ofOrganization(
          properties.lettersADay(), wait(sent.firstOfOrganization(), DAY, now));
    }
    record(letters, caller, now);
  }

  private void lock(String name, int seed) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?)) is null")
        .params(name, seed)
        .query(Boolean.class)
        .single();
  }

  private Sent sent(Caller caller, Instant now) {
    return jdbc.sql(
            """
            select u.by_user, u.first_of_user, o.by_organization, o.first_of_organization
            from (select coalesce(sum(letters), 0) as by_user, min(at) as first_of_user
                from escalations.sendings where user_id = :user and at > :hour) u,
              (select coalesce(sum(letters), 0) as by_organization, min(at) as first_of_organization
                from escalations.sendings where organization_id = :organization and at > :day) o
            """)
        .param("user", caller.userId().value())
        .param("organization", caller.organizationId().value())
        .param("hour", time(now.minus(HOUR)), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("day", time(now.minus(DAY)), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(
            (row, _) ->
                new Sent(
                    row.getLong("by_user"),
                    row.getLong("by_organization"),
                    instant(row.getObject("first_of_user", OffsetDateTime.class)),
                    instant(row.getObject("first_of_organization", OffsetDateTime.class))))
        .single();
  }

  /** Takes along some that count no more, of whichever organization. */
  private void record(int letters, Caller caller, Instant now) {
    jdbc.sql(
            """
            with old as (
              delete from escalations.sendings where number = any(array(
                select number from escalations.sendings where at <= :day order by at limit 100
                for update skip locked)))
            insert into escalations.sendings (organization_id, user_id, letters, at)
            values (:organization, :user, :letters, :now)
            """)
        .param("organization", caller.organizationId().value())
        .param("user", caller.userId().value())
        .param("letters", letters)
        .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("day", time(now.minus(DAY)), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Until the first of them counts no more. */
  private static Duration wait(@Nullable Instant first, Duration window, Instant now) {
    return first == null ? window : Duration.between(now, first.plus(window));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
