package com.faultmaven.web.ratelimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateLimitPropertiesTest {

  @Test
  void countInRedisIfThereIsOne() {
    assertThat(bound("redis-url", " ").whereCounted()).isEqualTo(Storage.MEMORY);
    assertThat(bound("redis-url", "redis://cache").whereCounted()).isEqualTo(Storage.REDIS);
    assertThat(bound("storage", "postgresql").whereCounted()).isEqualTo(Storage.POSTGRESQL);
  }

  @Test
  void limitWhatIsSaidAndElseWhatTheModeLimits() {
    Rate otherwise = Rate.of("600/1m");

    assertThat(bound("user.reads", "5/1s").user().reads("user", otherwise))
        .contains(Limit.of("user-reads", Rate.of("5/1s")));
    assertThat(bound("user.reads", "Off").user().reads("user", otherwise)).isEmpty();
    assertThat(bound("user.reads", " ").user().reads("user", otherwise))
        .contains(Limit.of("user-reads", otherwise));
    assertThat(bound("user.reads", "").user().writes("user", null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "storage, redis, needs REDIS_URL",
    "buckets, 0, from 1 to 10000000",
    "redis-timeout, 0s, from 1ms to 5s",
    "redis-timeout, 1m, from 1ms to 5s",
    "user.reads, many, one looks like 600/1m",
    "client.writes, 0/1m, from 1 to 1000000000",
    "network.reads, 5/2d, from 1 to 1000000000",
  })
  void refuseInWordsWhatCannotBe(String name, String value, String words) {
    assertThatThrownBy(() -> bound(name, value)).rootCause().hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({"localhost:6379", "http://secret@localhost", "redis://", "secret"})
  void doNotRepeatAnAddressThatCannotBeRead(String url) {
    assertThatThrownBy(() -> bound("redis-url", url))
        .rootCause()
        .hasMessageStartingWith("REDIS_URL is no address of Redis or Valkey")
        .hasMessageNotContaining("secret");
  }

  private static RateLimitProperties bound(String name, String value) {
    return new Binder(
            new MapConfigurationPropertySource(Map.of("faultmaven.rate-limits." + name, value)))
        .bindOrCreate("faultmaven.rate-limits", Bindable.of(RateLimitProperties.class));
  }
}
