package com.faultmaven.identity.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address of the client; null outside a request
 * @param network the network of the address, IPv4/24 or IPv6/64
 * @param userAgent at most 200 characters
 */
public record Origin(
    @Nullable String address, @Nullable String network, @Nullable String userAgent) {

  /** Nobody's request. */
  public static final Origin NONE = new Origin(null, null, null);

  /** Tells where the request of this thread comes from. */
  @FunctionalInterface
  public interface Current {
    Origin get();
  }
}
