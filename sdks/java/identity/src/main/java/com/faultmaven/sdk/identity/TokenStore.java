package com.faultmaven.sdk.identity;

import org.jspecify.annotations.Nullable;

/** Where tokens are kept. Programs that keep them in the same place share a sign-in. */
public interface TokenStore {

  /** Those there are, or null. */
  @Nullable KeptTokens load();

  /** Keeps tokens; null forgets those there are. */
  void save(@Nullable KeptTokens tokens);

  /** Keeps them for as long as the program runs. */
  static TokenStore inMemory() {
    return new TokenStore() {

      private volatile @Nullable KeptTokens kept;

      @Override
      public @Nullable KeptTokens load() {
        return kept;
      }

      @Override
      public void save(@Nullable KeptTokens tokens) {
        kept = tokens;
      }
    };
  }
}
