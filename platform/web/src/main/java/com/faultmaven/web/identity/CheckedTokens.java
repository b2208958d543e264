package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom tokens named that were good a moment ago: checking a signature costs more than many a
 * request. By hashes, so that no memory dump holds credentials; for a minute, so that a key that is
 * withdrawn stops counting soon; and never beyond the end of the token.
 */
final class CheckedTokens {

  static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long MOST = 10_000;

  private record Key(long first, long second, long third, long fourth) {

    static Key of(String token) {
      ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token));
      return new Key(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /** Each part of a hash is one. */
    @Override
    public int hashCode() {
      return Long.hashCode(first);
    }
  }

  private record Known(Caller caller, Instant until) {}

  /** Maintained on the calling thread: to wake another one takes longer than the work. */
  private final Cache<Key, Known> known =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(LONGEST)
          .executor(Runnable::run)
          .build();

  private final Clock clock;

  CheckedTokens(Clock clock) {
    this.clock = clock;
  }

  /** Whom this token names; null if that is not known. */
  @Nullable Caller get(String token) {
    Known found = known.getIfPresent(Key.of(token));
    return found != null && clock.instant().isBefore(found.until) ? found.caller : null;
  }

  /**
   * Remembers whom a good token names.
   *
   * @param end its own
   */
  void put(String token, Caller caller, Instant end) {
    Instant now = clock.instant();
    Instant longest = now.plus(LONGEST);
    Instant until = end.isBefore(longest) ? end : longest;
    if (until.isAfter(now)) {
      known.put(Key.of(token), new Known(caller, until));
    }
  }
}
