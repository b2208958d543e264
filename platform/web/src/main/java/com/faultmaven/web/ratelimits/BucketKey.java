package com.faultmaven.web.ratelimits;

import com.faultmaven.web.Sha256;
import java.nio.ByteBuffer;

/**
 * What a bucket is called: eight octets, whatever was sent, that tell nobody who it belongs to. The
 * rate is part of it, so that another one begins anew.
 */
final class BucketKey {

  private BucketKey() {}

  static long of(Limit limit, String key) {
    Rate rate = limit.rate();
    String named = limit.name() + '\n' + rate.permits() + '\n' + rate.period() + '\n' + key;
    return ByteBuffer.wrap(Sha256.of(named)).getLong();
  }
}
