package com.faultmaven.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.web.WebTestApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    classes = WebTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ForgettingTest {

  private static final Instant NOW = Instant.parse("2030-01-02T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired JdbcClient database;
  @Autowired Answers answers;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void removesWhatIsADayOldAndNothingElse() {
    IntStream.range(0, 1_200).forEach(n -> record("old" + n, NOW.minus(DAY)));
    record("young", NOW.minus(DAY).plusMillis(1));
    forgetting().forgetExpired();
    assertThat(found("old0")).isFalse();
    assertThat(found("old1199")).isFalse();
    assertThat(found("young")).isTrue();
  }

  @Test
  void leavesWhatAnotherInstanceIsRemoving() {
    record("taken", NOW.minus(DAY));
    record("free", NOW.minus(DAY));
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            _ -> {
              database
                  .sql("select 1 from edge.idempotency_keys where scope = :scope for update")
                  .param("scope", Digest.of("taken").bytes())
                  .query(Integer.class)
                  .list();
              runElsewhere(() -> forgetting().forgetExpired());
              assertThat(found("free")).isFalse();
              assertThat(found("taken")).isTrue();
            });
    forgetting().forgetExpired();
    assertThat(found("taken")).isFalse();
  }

  private Forgetting forgetting() {
    return new Forgetting(answers, Clock.fixed(NOW, ZoneOffset.UTC), DAY);
  }

  private void record(String scope, Instant when) {
    Answer answer = new Answer(201, null, null, null, new byte[0], true);
    answers.record(Digest.of(scope), Digest.of("body"), answer, when);
  }

  private boolean found(String scope) {
    return answers.find(Digest.of(scope), Instant.EPOCH).isPresent();
  }

  private static void runElsewhere(Runnable work) {
    List.of(Thread.ofVirtual().start(work)).forEach(ForgettingTest::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
