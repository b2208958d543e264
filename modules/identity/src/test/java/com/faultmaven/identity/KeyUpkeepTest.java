package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.identity.tokens.SigningKey;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import com.faultmaven.web.identity.Believed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys are replaced in time, and none is taken from under a token. */
@ModuleTest
class KeyUpkeepTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private SigningKeys keys;
  @Autowired private KeyRotation rotation;
  @Autowired private Clock clock;

  @Test
  void replacesAKeyThatHasSignedForLongOnceAndAhead() {
    SignedIn ada = SignedIn.on(port);
    keys.rotate(true);
    upkeep(Believed.TOKENS).run();
    assertThat(next()).isEmpty();

    jdbc.sql(
            """
            update identity.signing_keys set signs_from = now() - interval '91 days'
            where retired_at is null
            """)
        .update();
    await().atMost(10, SECONDS).until(() -> keys.areOlderThan(Duration.ofDays(90)));
    upkeep(Believed.GATEWAY).run();
    assertThat(next()).isEmpty();
    upkeep(Believed.TOKENS).run();
    upkeep(Believed.TOKENS).run();

    assertThat(next()).hasSize(1);
    assertThat(next().getFirst().signsFrom())
        .isBetween(clock.instant().plusSeconds(500), clock.instant().plusSeconds(600));
    ada.again().api().get("/api/v1/auth/me").is(200);
  }

  @Test
  void forgetsAKeyWhenNoTokenOfItCanBeUnexpired() {
    add("recent", "25 hours", "24 hours");
    add("old", "27 hours", "26 hours");

    upkeep(Believed.GATEWAY).run();

    assertThat(
            jdbc.sql("select kid from identity.signing_keys where kid in ('recent', 'old')")
                .query(String.class)
                .list())
        .containsExactly("recent");
    jdbc.sql("delete from identity.signing_keys where kid = 'recent'").update();
  }

  private KeyUpkeep upkeep(Believed believed) {
    return new KeyUpkeep(keys, rotation, believed);
  }

  private List<SigningKey> next() {
    Instant now = clock.instant();
    return keys.all().stream().filter(key -> key.stateAt(now).equals("next")).toList();
  }

  /** Compromised, so that nobody tries to read its private part. */
  private void add(String kid, String signedSince, String retiredSince) {
    jdbc.sql(
            """
            insert into identity.signing_keys (kid, private_key, public_key, created_at, signs_from,
              retired_at, compromised_at)
            values (?, '', '{}', now(), now() - ?::interval, now() - ?::interval, now())
            """)
        .params(kid, signedSince, retiredSince)
        .update();
  }
}
