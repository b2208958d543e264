package com.faultmaven.reports;

import org.jspecify.annotations.Nullable;

/** A file about a report, where it lies. */
public record Medium(String url, @Nullable String contentType, @Nullable String sha256) {}
