package com.faultmaven.identity.tokens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs access tokens, without its private part.
 *
 * @param signsFrom from when it signs; it is published before
 * @param retiredAt when another key takes or took its place; null for the last one
 */
public record SigningKey(
    String kid, Instant createdAt, Instant signsFrom, @Nullable Instant retiredAt) {

  /** Whether it signs at this moment. */
  boolean signsAt(Instant now) {
    return !now.isBefore(signsFrom) && (retiredAt == null || now.isBefore(retiredAt));
  }

  /** {@code next}, {@code active} or {@code retired}. */
  public String stateAt(Instant now) {
    return now.isBefore(signsFrom) ? "next" : signsAt(now) ? "active" : "retired";
  }
}
