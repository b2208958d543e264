package com.faultmaven.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.messaging.EventsTest;
import com.faultmaven.messaging.Recorder;
import com.faultmaven.messaging.Stored;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EventsTest
class StoredPublicationsTest {

  @Autowired private StoredPublications publications;
  @Autowired private Stored stored;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void expireABoundedNumberAtATime() {
    transaction.executeWithoutResult(
        attempt -> {
          IntStream.range(0, 5).forEach(_ -> leftUnderWay());

          assertThat(publications.expire(Instant.now(), 3)).isEqualTo(3);
          assertThat(publications.expire(Instant.now(), 3)).isGreaterThanOrEqualTo(2);
          attempt.setRollbackOnly();
        });
  }

  /** Whoever takes over what runs here does it twice. */
  @Test
  void releaseWhatNeverBeganAndCountNoAttemptForIt() {
    transaction.executeWithoutResult(
        attempt -> {
          UUID published = underWay("PUBLISHED", 1);
          UUID resubmitted = underWay("RESUBMITTED", 3);
          UUID running = underWay("PROCESSING", 2);
          UUID elsewhere = underWay("PUBLISHED", 1);

          assertThat(publications.release(List.of(published, resubmitted, running))).isEqualTo(2);

          assertThat(fate(published)).isEqualTo("FAILED 1");
          assertThat(fate(resubmitted)).isEqualTo("FAILED 2");
          assertThat(fate(running)).isEqualTo("PROCESSING 2");
          assertThat(fate(elsewhere)).isEqualTo("PUBLISHED 1");
          attempt.setRollbackOnly();
        });
  }

  private String fate(UUID id) {
    return jdbc.sql(
            "select status || ' ' || completion_attempts from events.event_publication where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void leftUnderWay() {
    put("PROCESSING", 1, "-5 minutes");
  }

  private UUID underWay(String status, int attempts) {
    return put(status, attempts, "-1 second");
  }

  private UUID put(String status, int attempts, String since) {
    return stored.put(
        Recorder.LISTENER,
        CaseCreatedV2.class.getName(),
        Stored.caseCreated(UUID.randomUUID(), "left"),
        status,
        attempts,
        since,
        since);
  }
}
