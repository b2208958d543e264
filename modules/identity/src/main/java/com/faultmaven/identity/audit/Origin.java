package com.faultmaven.identity.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address of the peer; null outside a request
 * @param userAgent at most 200 characters
 */
public record Origin(@Nullable String address, @Nullable String userAgent) {

  /** Nobody's request. */
  public static final Origin NONE = new Origin(null, null);

  /** Tells where the request of this thread comes from. */
  @FunctionalInterface
  public interface Current {
    Origin get();
  }

  /** The network of the address, IPv4/24 or IPv6/64. */
  public @Nullable String network() {
    return address == null ? null : Networks.of(address);
  }
}
