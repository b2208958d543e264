package com.faultmaven.status.subscriptions;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What came of what was sent is recorded while subscriptions are deleted. */
@ModuleTest
class TriesTest {

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final UUID subscription = UUID.randomUUID();
  private final UUID event = UUID.randomUUID();

  @Autowired private Tries tries;

  @BeforeEach
  void send() {
    database
        .sql(
            """
            with told as (
              insert into status.notices (event_id, organization_id, kind, content, created_at)
              values (:event, :organization, 'incident.opened', '{}', now())),
            subscribed as (
              insert into status.subscriptions (id, organization_id, channel, address, all_services,
                state, secret, created_at)
              values (:id, :organization, 'webhook', 'https://acme.invalid/', true, 'active',
                'whsec_AAAA', now()))
            insert into status.deliveries (id, subscription_id, event_id, state, attempts, created_at)
            values (gen_random_uuid(), :id, :event, 'queued', 0, now())
            """)
        .param("event", event)
        .param("id", subscription)
        .param("organization", "acme-" + event)
        .update();
  }

  @Test
  void waitsForWhoeverDeletesTheSubscriptionAndHoldsNothingMeanwhile() throws SQLException {
    assertHoldsNothing(
        () -> tries.tried(event, List.of(id()), "delivered", 200, null, Instant.now()), 0);
  }

  @Test
  void waitsForThemWithWhatComesBack() throws SQLException {
    tries.tried(event, List.of(id()), "delivered", 200, null, Instant.now());
    assertHoldsNothing(() -> tries.returned(event, id(), "bounced", Instant.now()), false);
  }

  /** Whoever deletes a subscription goes on to what was sent to it: that must be free. */
  private <T> void assertHoldsNothing(Supplier<T> recording, T result) throws SQLException {
    try (Connection other = TestDatabase.dataSource().getConnection()) {
      other.setAutoCommit(false);
      JdbcClient deleting = JdbcClient.create(new SingleConnectionDataSource(other, true));
      deleting
          .sql("select id from status.subscriptions where id = ? for update")
          .param(subscription)
          .query(UUID.class)
          .single();
      CompletableFuture<T> recorded = CompletableFuture.supplyAsync(recording);
      await().atMost(20, SECONDS).until(() -> somebodyWaits(deleting));

      assertThat(
              deleting
                  .sql(
                      """
                      select id from status.deliveries where subscription_id = ?
                      for update skip locked
                      """)
                  .param(subscription)
                  .query(UUID.class)
                  .list())
          .as("nobody holds what was sent")
          .hasSize(1);
      deleting.sql("delete from status.subscriptions where id = ?").param(subscription).update();
      other.commit();
      assertThat(recorded.join()).isEqualTo(result);
    }
  }

  private static boolean somebodyWaits(JdbcClient deleting) {
    return deleting
        .sql(
            """
            select exists (select from pg_locks
              where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
            """)
        .query(Boolean.class)
        .single();
  }

  private SubscriptionId id() {
    return new SubscriptionId(subscription);
  }
}
