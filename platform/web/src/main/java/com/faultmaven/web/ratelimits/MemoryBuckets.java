package com.faultmaven.web.ratelimits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.Optional;
import java.util.function.Function;

/** Those of this process: so many at most; those that are used least are forgotten first. */
final class MemoryBuckets implements Buckets {

  private final TimeMeter time;
  private final Cache<Long, Bucket> buckets;

  MemoryBuckets(TimeMeter time, long most) {
    this.time = time;
    this.buckets = Caffeine.newBuilder().maximumSize(most).build();
  }

  @Override
  public <T> Optional<T> use(long name, Limit limit, Function<Bucket, T> usage) {
    return Optional.of(usage.apply(buckets.get(name, _ -> full(limit))));
  }

  private Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(Buckets.configuration(limit).getBandwidths()[0])
        .withCustomTimePrecision(time)
        .build();
  }
}
