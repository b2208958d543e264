package com.faultmaven.status.subscriptions;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores what came of what was sent, and of the subscriptions it was sent to. These are locked
 * first, as by whoever deletes one, and what was sent to it.
 */
@Repository
class Tries {

  private final JdbcClient jdbc;

  Tries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records tries: the state they lead to, and since when the subscriptions fail, if they do.
   *
   * @return how many there were to record
   */
  int tried(
      UUID event,
      List<SubscriptionId> subscriptions,
      String state,
      @Nullable Integer status,
      @Nullable String error,
      Instant now) {
    return jdbc.sql(
            """
            with locked as (
              select id from status.subscriptions where id = any(:subscriptions::uuid[])
              order by id for no key update),
            tried as (
              update status.deliveries set state = :state, attempts = attempts + 1,
                last_status = :status, last_error = :error,
                settled_at = case when :state <> 'queued' then :now::timestamptz end
              where subscription_id = any(array(select id from locked)) and event_id = :event
                and state in ('queued', 'unconfirmed')
              returning subscription_id),
            failing as (
              update status.subscriptions s set failing_since = case
                when :state = 'delivered' then null
                else coalesce(s.failing_since, :now::timestamptz) end
              from tried where s.id = tried.subscription_id
                and (:state = 'delivered') = (s.failing_since is not null))
            select count(*) from tried
            """)
        .param(
            "subscriptions",
            subscriptions.stream().map(it -> it.value().toString()).toArray(String[]::new))
        .param("event", event)
        .param("state", state)
        .param("status", status, Types.INTEGER)
        .param("error", error, Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Integer.class)
        .single();
  }

  /**
   * Records that what seemed to be delivered came back.
   *
   * @return whether it seemed so
   */
  boolean returned(UUID event, SubscriptionId subscription, String why, Instant now) {
    return jdbc.sql(
            """
            with locked as (
              select id from status.subscriptions where id = :subscription for no key update),
            returned as (
              update status.deliveries set state = 'failed', last_error = :why
              where subscription_id = (select id from locked) and event_id = :event
                and state = 'delivered'
              returning subscription_id),
            failing as (
              update status.subscriptions s set failing_since = :now::timestamptz
              from returned where s.id = returned.subscription_id and s.failing_since is null)
            select count(*) = 1 from returned
            """)
        .param("subscription", subscription.value())
        .param("event", event)
        .param("why", why)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Boolean.class)
        .single();
  }

  /** Sends nothing there any more if it is gone, or failed since before this moment. */
  void disable(SubscriptionId subscription, boolean gone, Instant failingSince) {
    jdbc.sql(
            """
            update status.subscriptions set state = 'disabled'
            where id = :id and (:gone or failing_since <= :since::timestamptz)
            """)
        .param("id", subscription.value())
        .param("gone", gone)
        .param("since", failingSince.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
