package com.faultmaven.web.ratelimits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;
import java.util.function.Function;

/**
 * Buckets that many processes use. What one process wants of a bucket at once it asks for at once,
 * so that few wait for each other however many requests there are.
 */
final class SharedBuckets<K> {

  /** Full again it is the same as none. */
  static final ExpirationAfterWriteStrategy UNTIL_FULL =
      ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(1));

  private final ProxyManager<K> there;
  private final Cache<K, Bucket> here;

  /**
   * @param most how many this process knows of at once; those it forgets are still there
   */
  SharedBuckets(ProxyManager<K> there, long most) {
    this.there = there;
    this.here = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  /** Uses a bucket, a full one if there is none. */
  <T> T use(K name, Limit limit, Function<Bucket, T> usage) {
    try {
      return usage.apply(here.get(name, _ -> together(name, limit)));
    } catch (IllegalStateException failed) {
      if (!isForWantOfABucket(failed)) {
        throw failed;
      }
      // several asked at once for one that was not there, of whom none makes it
      return usage.apply(alone(name, limit));
    }
  }

  private Bucket together(K name, Limit limit) {
    return there
        .builder()
        .withOptimization(Optimizations.batching())
        .build(name, () -> Buckets.configuration(limit));
  }

  /** Who asks alone makes a bucket that is not there, and uses it in one go. */
  private Bucket alone(K name, Limit limit) {
    return there.builder().build(name, () -> Buckets.configuration(limit));
  }

  private static boolean isForWantOfABucket(IllegalStateException failed) {
    return failed instanceof BucketNotFoundException
        || failed.getCause() instanceof BucketNotFoundException;
  }
}
