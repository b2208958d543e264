package com.faultmaven.web.limits;

import com.faultmaven.web.addresses.ClientAddresses;
import com.faultmaven.web.addresses.Networks;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request, one caller and all of them together may take.
 *
 * @param headerDeadline how long the line and headers of a request may take to arrive
 * @param body the largest request body, unless an operation has a bound of its own
 * @param bodyDeadline how long a request body may take to arrive
 * @param bodies the bytes of all request bodies in memory at once; a sixteenth of the heap unless
 *     said
 * @param requests how many requests are worked on at once
 * @param requestsPerCaller how many of them may be one caller's
 * @param publicRequests how many of them may be of public operations, whose callers are not known
 * @param publicBodies how many bodies of public operations are waited for at once, a quarter of
 *     them from one network
 * @param streams how many streamed bodies are read at once, beside the requests
 * @param streamDeadline how long a streamed body may take to arrive
 * @param maxWait how long a request waits for its turn
 * @param trustedProxies networks whose X-Forwarded-For is believed
 */
@ConfigurationProperties(prefix = "faultmaven.limits", ignoreUnknownFields = false)
record LimitProperties(
    @DefaultValue("10s") Duration headerDeadline,
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("10s") Duration bodyDeadline,
    @Nullable DataSize bodies,
    @DefaultValue("32") int requests,
    @DefaultValue("8") int requestsPerCaller,
    @DefaultValue("16") int publicRequests,
    @DefaultValue("64") int publicBodies,
    @DefaultValue("8") int streams,
    @DefaultValue("15m") Duration streamDeadline,
    @DefaultValue("2s") Duration maxWait,
    @DefaultValue List<String> trustedProxies) {

  private static final int SHARE_OF_HEAP = 16;

  LimitProperties {
    if (!headerDeadline.isPositive()
        || body.toBytes() < 1
        || body.toBytes() >= Integer.MAX_VALUE
        || !bodyDeadline.isPositive()
        || requestsPerCaller < 1
        || requests < requestsPerCaller
        || publicRequests < 1
        || publicBodies < 1
        || streams < 1
        || !streamDeadline.isPositive()
        || maxWait.isNegative()) {
      throw new IllegalArgumentException(
          "faultmaven.limits takes sizes and durations above zero, and requests of at least"
              + " requests-per-caller.");
    }
    clientAddresses(trustedProxies);
  }

  /** Where clients are, by what these proxies say. */
  ClientAddresses clientAddresses() {
    return clientAddresses(trustedProxies);
  }

  private static ClientAddresses clientAddresses(List<String> trustedProxies) {
    try {
      return new ClientAddresses(Networks.of(trustedProxies));
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "faultmaven.limits.trusted-proxies: " + unreadable.getMessage());
    }
  }

  /** What all request bodies together may take in memory. */
  long bytesOfBodies() {
    return bodies == null ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP : bodies.toBytes();
  }
}
