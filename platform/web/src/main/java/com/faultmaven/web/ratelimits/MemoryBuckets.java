package com.faultmaven.web.ratelimits;

import com.faultmaven.web.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Those of this process: so many at most; those that are used least are forgotten first. */
final class MemoryBuckets implements Buckets {

  /** Names of people are seldom longer; others are not kept as they are, which has a bound. */
  private static final int LONGEST = 128;

  private final TimeMeter time;
  private final Cache<Name, Bucket> buckets;

  MemoryBuckets(TimeMeter time, long most) {
    this.time = time;
    // maintained on the calling thread: to wake another one takes longer than the work
    this.buckets = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  /** A text, since to hash it costs as much as all the rest of a limit. */
  private record Name(Limit limit, String key) {

    static Name of(Limit limit, String key) {
      boolean isShort = key.length() <= LONGEST;
      return new Name(limit, isShort ? key : HexFormat.of().formatHex(Sha256.of(key)));
    }

    /** What a record has by itself took half of the time of a bucket: method handles in a chain. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name(Limit ofLimit, String ofKey)
          && key.equals(ofKey)
          && limit.equals(ofLimit);
    }

    @Override
    public int hashCode() {
      return 31 * key.hashCode() + limit.hashCode();
    }
  }

  @Override
  public <T> Optional<T> use(Limit limit, String key, Function<Bucket, T> usage) {
    return Optional.of(usage.apply(buckets.get(Name.of(limit, key), _ -> full(limit))));
  }

  private Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(Buckets.configuration(limit).getBandwidths()[0])
        .withCustomTimePrecision(time)
        .build();
  }
}
