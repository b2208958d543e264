package com.faultmaven.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.MovableClock;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No token of a sign-in that has ended is taken, however many have ended. */
@ModuleTest
class RevocationsTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private final List<String> ended =
      Stream.generate(() -> "signin_" + UUID.randomUUID()).limit(5).toList();

  @Autowired private TokenProperties properties;
  @Autowired private Clock clock;

  @AfterEach
  void forget() {
    ended.forEach(
        signIn ->
            jdbc.sql("delete from identity.revocations where sign_in_id = ?")
                .param(signIn)
                .update());
  }

  @Test
  void areAskedOfTheDatabaseWhereThereAreMoreThanAreHeld() {
    ended.forEach(this::end);
    Revocations revocations = new Revocations(jdbc, properties, clock, 2);
    revocations.afterPropertiesSet();

    assertThat(ended).allMatch(revocations::include);
    assertThat(revocations.include("signin_" + UUID.randomUUID())).isFalse();
  }

  /** The place of what has run out is not what the others were in. */
  @Test
  void areAskedForStillWhenThereIsRoomAgain() {
    ended.forEach(this::end);
    MovableClock later = new MovableClock(clock.instant().toString());
    Revocations revocations = new Revocations(jdbc, properties, later, 2);
    revocations.afterPropertiesSet();
    later.set(clock.instant().plus(Duration.ofDays(2)).toString());

    revocations.readAll();

    assertThat(ended).allMatch(revocations::include);
  }

  @Test
  void areForgottenWhenNoTokenOfTheirsCanBeGood() {
    ended.forEach(this::end);
    jdbc.sql("update identity.revocations set until = now() where sign_in_id = ?")
        .param(ended.getFirst())
        .update();
    Revocations revocations = new Revocations(jdbc, properties, clock, 100_000);
    revocations.afterPropertiesSet();

    assertThat(revocations.include(ended.getFirst())).isFalse();
    assertThat(ended.subList(1, ended.size())).allMatch(revocations::include);
  }

  private void end(String signIn) {
    jdbc.sql(
            """
            insert into identity.revocations (sign_in_id, revoked_at, until)
            values (?, clock_timestamp(), clock_timestamp() + interval '1 day')
            """)
        .param(signIn)
        .update();
  }
}
