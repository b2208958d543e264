package com.faultmaven.messaging.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DeadLetterRetentionTest {

  private final String mark = UUID.randomUUID().toString();
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @Autowired private DeadLetterRetention retention;

  @Test
  void removesWhatWasSettledAYearAgoWithTheRecordOfIt() {
    letter("a-listener", "parked", "", "");
    letter("a-listener", "replayed", "364 days", "");
    letter("a-listener", "replayed", "366 days", "");
    letter("a-listener", "discarded", "366 days", "");
    letter("broker:t", "discarded", "366 days", "");
    letter("broker:t", "replayed", "366 days", "");
    letter("broker:t", "replayed", "366 days", "365 days");
    decision("364 days");
    decision("366 days");

    retention.forgetWhatIsOld();

    assertThat(left())
        .containsExactlyInAnyOrder("a-listener parked", "a-listener replayed", "broker:t replayed");
    assertThat(
            jdbc.sql("select count(*) from events.dead_letter_audit where user_id = ?")
                .param(mark)
                .query(Integer.class)
                .single())
        .isOne();
  }

  private void letter(String consumer, String state, String settled, String delivered) {
    jdbc.sql(
            """
            insert into events.event_dead_letter (dead_letter_id, state, consumer, reason, detail,
              attempts, content, parked_at, settled_at, delivered_at, correlation_id)
            values (gen_random_uuid(), ?, ?, 'too_large', '', 1, '{}', now() - interval '2 years',
              now() - nullif(?, '')::interval, now() - nullif(?, '')::interval, ?)
            """)
        .params(state, consumer, settled, delivered, mark)
        .update();
  }

  private void decision(String age) {
    jdbc.sql(
            """
            insert into events.dead_letter_audit (dead_letter_id, action, user_id, correlation_id, at)
            values (gen_random_uuid(), 'discarded', ?, 'c', now() - ?::interval)
            """)
        .params(mark, age)
        .update();
  }

  private List<String> left() {
    return jdbc.sql(
            "select consumer || ' ' || state from events.event_dead_letter where correlation_id = ?")
        .param(mark)
        .query(String.class)
        .list();
  }
}
