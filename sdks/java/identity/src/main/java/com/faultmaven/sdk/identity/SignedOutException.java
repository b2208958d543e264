package com.faultmaven.sdk.identity;

import org.jspecify.annotations.Nullable;

/** Nobody is signed in, or not any more: ask who it is. */
public class SignedOutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignedOutException(String message) {
    super(message);
  }

  static KeptTokens ifNone(@Nullable KeptTokens kept) {
    if (kept == null) {
      throw new SignedOutException("Nobody is signed in.");
    }
    return kept;
  }
}
