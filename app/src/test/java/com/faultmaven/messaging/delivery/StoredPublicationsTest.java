package com.faultmaven.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.messaging.EventsTest;
import com.faultmaven.messaging.Recorder;
import com.faultmaven.messaging.Stored;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EventsTest
class StoredPublicationsTest {

  @Autowired private StoredPublications publications;
  @Autowired private Stored stored;
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

  private void leftUnderWay() {
    stored.put(
        Recorder.LISTENER,
        CaseCreatedV2.class.getName(),
        Stored.caseCreated(UUID.randomUUID(), "left"),
        "PROCESSING",
        1,
        "-5 minutes",
        "-5 minutes");
  }
}
