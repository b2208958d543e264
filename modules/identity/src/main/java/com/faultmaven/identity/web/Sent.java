package com.faultmaven.identity.web;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads optional properties, of which null is the same as nothing. */
final class Sent {

  private Sent() {}

  static <T> T or(JsonNullable<T> property, T otherwise) {
    @Nullable T sent = property.isPresent() ? property.get() : null;
    return sent == null ? otherwise : sent;
  }
}
