package com.faultmaven.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.TestDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What alerts about mail are made of. */
class MailMetersTest extends OnAMailServer {

  /** Before all that other tests write. */
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final String key = "waits-" + UUID.randomUUID();

  @AfterEach
  void remove() {
    database.sql("delete from mail.messages where key = ?").param(key).update();
  }

  @Test
  void sayHowLongTheOldestMailWaits() {
    waiting(null);
    assertThat(secondsAt(LONG_AGO.plusSeconds(3600))).isEqualTo(3600);
  }

  @Test
  void beginAgainWhereSomebodySendsItAgain() {
    waiting(LONG_AGO.plusSeconds(3000));
    assertThat(secondsAt(LONG_AGO.plusSeconds(3600))).isEqualTo(600);
  }

  /** Of a counter that appears with its first, nobody sees an increase. */
  @Test
  void countFromTheBeginningWhateverMayBecomeOfAMail() {
    MeterRegistry there = metersAt(LONG_AGO);

    for (Purpose purpose : Purpose.values()) {
      for (String state : new String[] {"sent", "failed", "unconfirmed", "bounced"}) {
        assertThat(
                there
                    .get("faultmaven.mail.settled")
                    .tags("purpose", purpose.word(), "state", state)
                    .counter()
                    .count())
            .isZero();
      }
    }
    assertThat(there.find("faultmaven.mail.settled").tag("state", "queued").counters()).isEmpty();
  }

  private void waiting(@Nullable Instant retriedAt) {
    database
        .sql(
            """
            insert into mail.messages (key, purpose, message_id, state, created_at, retried_at)
            values (?, 'letter', ?, 'sending', ?, ?)
            """)
        .params(key, key, LONG_AGO.atOffset(ZoneOffset.UTC))
        .param(retriedAt == null ? null : retriedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private double secondsAt(Instant now) {
    Gauge oldest = metersAt(now).get("faultmaven.mail.oldest.waiting").gauge();
    await().atMost(20, SECONDS).until(() -> !Double.isNaN(oldest.value()));
    return oldest.value();
  }

  private MeterRegistry metersAt(Instant now) {
    MeterRegistry there = new SimpleMeterRegistry();
    new MailMeters(database, Clock.fixed(now, ZoneOffset.UTC)).bindTo(there);
    return there;
  }
}
