package com.faultmaven.web.identity;

import static com.faultmaven.web.KeyPublisher.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.web.KeyPublisher;
import com.faultmaven.web.KeyPublisher.Manner;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedKeysTest {

  private static final RSAKey OLD = key("old");
  private static final RSAKey NEW = key("new");
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final KeyPublisher publisher = new KeyPublisher(OLD);

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void areFetchedOnceForAll() throws Exception {
    try (PublishedKeys keys = keys(NEVER, NEVER, NEVER)) {
      for (int i = 0; i < 100; i++) {
        assertThat(get(keys, "old")).hasSize(1);
      }
    }
    assertThat(publisher.requests()).isEqualTo(1);
  }

  @Test
  void areFetchedAheadWithoutARequest() throws Exception {
    try (PublishedKeys keys = keys(OFTEN, NEVER, NEVER)) {
      publisher.publish(NEW);
      int before = publisher.requests();
      await().until(() -> publisher.requests() > before + 2);

      assertThat(get(keys, "new")).hasSize(1);
      assertThat(get(keys, "old")).isEmpty();
    }
  }

  @Test
  void areLookedForAgainWhenOneIsNotKnown() throws Exception {
    try (PublishedKeys keys = keys(NEVER, Duration.ZERO, NEVER)) {
      assertThat(get(keys, "new")).isEmpty();
      publisher.publish(OLD, NEW);

      assertThat(get(keys, "new")).hasSize(1);
    }
  }

  @Test
  void areNotLookedForAgainByEachWhoForgesOne() throws Exception {
    try (PublishedKeys keys = keys(NEVER, NEVER, NEVER)) {
      for (int i = 0; i < 100; i++) {
        assertThat(get(keys, "forged-" + i)).isEmpty();
      }
    }
    assertThat(publisher.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(value = Manner.class, names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
  void stayWhileTheirServerIsIll(Manner manner) throws Exception {
    try (PublishedKeys keys = keys(OFTEN, OFTEN, NEVER)) {
      assertThat(get(keys, "old")).hasSize(1);
      publisher.from(manner);
      int before = publisher.requests();
      await().until(() -> publisher.requests() > before + 1);

      assertThat(get(keys, "old")).hasSize(1);
      assertThat(get(keys, "forged")).isEmpty();

      publisher.publish(NEW);
      publisher.from(Manner.ANSWERS);
      await().until(() -> get(keys, "new").size() == 1);
    }
  }

  @Test
  void stayWhileNoneAreGiven() throws Exception {
    try (PublishedKeys keys = keys(OFTEN, OFTEN, NEVER)) {
      assertThat(get(keys, "old")).hasSize(1);
      publisher.publish();
      int before = publisher.requests();
      await().until(() -> publisher.requests() > before + 2);

      assertThat(get(keys, "old")).hasSize(1);
    }
  }

  @Test
  void areNoneUntilTheirServerAnswers() throws Exception {
    publisher.from(Manner.REFUSES);
    try (PublishedKeys keys = keys(NEVER, OFTEN, NEVER)) {
      assertThatThrownBy(() -> get(keys, "old")).isInstanceOf(RemoteKeySourceException.class);
      publisher.from(Manner.ANSWERS);

      await().ignoreExceptions().until(() -> get(keys, "old").size() == 1);
    }
  }

  @Test
  void endWhenTheyCouldNotBeFetchedForTooLong() throws Exception {
    try (PublishedKeys keys = keys(OFTEN, OFTEN, Duration.ofMillis(500))) {
      assertThat(get(keys, "old")).hasSize(1);
      publisher.from(Manner.REFUSES);

      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> get(keys, "old"))
                      .isInstanceOf(RemoteKeySourceException.class));
    }
  }

  private PublishedKeys keys(Duration refresh, Duration pause, Duration outage) {
    return new PublishedKeys(
        new KeyServer(publisher.address()), new IdentityProperties.Keys(refresh, pause, outage));
  }

  private static List<JWK> get(PublishedKeys keys, String id) throws RemoteKeySourceException {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
  }
}
