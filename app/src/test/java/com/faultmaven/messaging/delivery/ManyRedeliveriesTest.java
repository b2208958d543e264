package com.faultmaven.messaging.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.messaging.EventsTest;
import com.faultmaven.messaging.Recorder;
import com.faultmaven.messaging.Stored;
import com.faultmaven.testing.Together;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EventsTest
class ManyRedeliveriesTest {

  @Autowired private Redelivery redelivery;
  @Autowired private Recorder recorder;
  @Autowired private Stored stored;

  /** Of an event the inbox knows nothing of, so that a second delivery would show. */
  @Test
  void deliverEachEventOnce() {
    List<UUID> pings = IntStream.range(0, 400).mapToObj(_ -> ping()).toList();

    await()
        .atMost(30, SECONDS)
        .until(
            () -> {
              Together.run(4, _ -> redeliver());
              return pings.stream().allMatch(ping -> stored.mentioning(ping) == 0);
            });
    assertThat(pings).allMatch(ping -> recorder.attempts(ping) == 1);
  }

  private UUID ping() {
    UUID id = UUID.randomUUID();
    stored.failed(Recorder.PINGED, Recorder.Ping.class.getName(), "{\"id\":\"" + id + "\"}");
    return id;
  }

  private boolean redeliver() {
    try {
      return redelivery.redeliver();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
