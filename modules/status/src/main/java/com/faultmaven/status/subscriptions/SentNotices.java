package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.json.StoredJson;
import com.faultmaven.status.subscriptions.Notices.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is sent to whom, and what came of it. */
@Repository
class SentNotices {

  private static final String COLUMNS =
      """
      d.id, d.event_id, n.kind, d.state, d.attempts, d.last_status, d.last_error, d.created_at,
      d.settled_at
      """;

  private final JdbcClient jdbc;

  SentNotices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is to be sent, and where. */
  record Waiting(
      DeliveryId id,
      UUID event,
      Told to,
      int attempts,
      Instant createdAt,
      Map<String, @Nullable Object> body) {}

  /** What is to be sent, unless it was, or nothing is sent there any more. */
  Optional<Waiting> waiting(DeliveryId id) {
    return jdbc.sql(
            """
            select d.id, d.event_id, d.attempts, d.created_at, s.id as subscription, s.channel,
              s.address, s.secret, s.owner_id, (n.content -> 'body')::text as body
            from status.deliveries d
            join status.subscriptions s on s.id = d.subscription_id and s.state = 'active'
            join status.notices n on n.event_id = d.event_id
            where d.id = ? and d.state = 'queued'
            """)
        .param(id.value())
        .query(
            (row, _) ->
                new Waiting(
                    id,
                    row.getObject("event_id", UUID.class),
                    new Told(
                        new SubscriptionId(row.getObject("subscription", UUID.class)),
                        Channel.of(row.getString("channel")),
                        row.getString("address"),
                        row.getString("secret"),
                        row.getString("owner_id"),
                        id),
                    row.getInt("attempts"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    StoredJson.object(row.getString("body"))))
        .optional();
  }

  /** The notices that wait to be sent to a subscription. */
  List<UUID> waitingOf(SubscriptionId subscription) {
    return jdbc.sql(
            """
            select event_id from status.deliveries
            where subscription_id = ? and settled_at is null limit 1000
            """)
        .param(subscription.value())
        .query(UUID.class)
        .list();
  }

  /** Settles one without a try, which says nothing of the subscription. */
  void holdBack(DeliveryId id, String why, Instant now) {
    jdbc.sql(
            """
            update status.deliveries
            set state = 'failed', last_error = :why, settled_at = :now
            where id = :id and state = 'queued'
            """)
        .param("id", id.value())
        .param("why", why)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Keeps a notice for one subscription. */
  Delivery test(Notice notice, SubscriptionId subscription, DeliveryId id, Instant now) {
    jdbc.sql(
            """
            with kept as (
              insert into status.notices (event_id, organization_id, kind, content, created_at)
              values (:event::uuid, :organization, :kind, :content::jsonb, :now::timestamptz)
              returning event_id)
            insert into status.deliveries (id, subscription_id, event_id, state, attempts, created_at)
            select :id::uuid, :subscription::uuid, event_id, 'queued', 0, :now::timestamptz from kept
            """)
        .param("event", notice.id())
        .param("organization", notice.organization().value())
        .param("kind", notice.kind())
        .param("content", Notices.content(notice))
        .param("id", id.value())
        .param("subscription", subscription.value())
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    return new Delivery(id, notice.id(), notice.kind(), "queued", 0, null, null, now, null);
  }

  /** The newest first. */
  List<Delivery> list(SubscriptionId subscription, int limit, int offset) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from status.deliveries d join status.notices n on n.event_id = d.event_id
                where d.subscription_id = ? order by d.created_at desc, d.id desc limit ? offset ?
                """)
        .params(subscription.value(), limit, offset)
        .query(SentNotices::delivery)
        .list();
  }

  /**
   * Has it tried again from the beginning, whatever came of it; says what it is then. Tries by mail
   * are counted on: each is a mail of its own.
   */
  Optional<Delivery> again(DeliveryId id, SubscriptionId subscription) {
    return jdbc.sql(
            """
            update status.deliveries d
            set state = 'queued', settled_at = null, attempts = case
              when d.state = 'queued' or s.channel = 'email' then d.attempts else 0 end
            from status.notices n, status.subscriptions s
            where d.id = ? and d.subscription_id = ? and n.event_id = d.event_id
              and s.id = d.subscription_id
            returning
            """
                + COLUMNS)
        .params(id.value(), subscription.value())
        .query(SentNotices::delivery)
        .optional();
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    return new Delivery(
        new DeliveryId(row.getObject("id", UUID.class)),
        row.getObject("event_id", UUID.class),
        row.getString("kind"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getObject("last_status", Integer.class),
        row.getString("last_error"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        settled == null ? null : settled.toInstant());
  }
}
