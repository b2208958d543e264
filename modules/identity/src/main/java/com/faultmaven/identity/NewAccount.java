package com.faultmaven.identity;

import org.jspecify.annotations.Nullable;

/** What somebody says who registers; anything may be missing. */
public record NewAccount(
    @Nullable String username,
    @Nullable String email,
    @Nullable String password,
    @Nullable String displayName) {}
