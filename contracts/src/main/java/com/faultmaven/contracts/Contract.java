package com.faultmaven.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one context promises.
 *
 * @param title what people call it
 * @param owner the module that answers for it
 * @param versions of its API, the newest first, by name: v2, v1
 * @param events what it tells others
 */
public record Contract(
    String title, String owner, Map<String, ApiVersion> versions, @Nullable EventContract events) {

  public Contract {
    versions = versions == null ? Map.of() : versions;
  }
}
