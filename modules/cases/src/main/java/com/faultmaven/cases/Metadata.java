package com.faultmaven.cases;

import com.faultmaven.edge.InvalidRequest;
import com.faultmaven.edge.json.StoredJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Free-form facts a client keeps with a case.
 *
 * @param values a JSON object, at most 16 KiB in compact UTF-8
 */
public record Metadata(Map<String, @Nullable Object> values) {

  public static final Metadata EMPTY = new Metadata(Map.of());

  private static final int MAX_BYTES = 16 * 1024;

  public Metadata {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Reads what is stored, which is whatever was accepted when it was. */
  public static Metadata stored(String json) {
    return json.equals("{}") ? EMPTY : new Metadata(StoredJson.object(json));
  }

  /** What is stored. */
  public String json() {
    return StoredJson.text(values);
  }

  /**
   * Takes what a client sent.
   *
   * @throws InvalidRequest if it is larger than 16 KiB
   */
  public static Metadata of(Map<String, @Nullable Object> values) {
    return new Metadata(values).bounded();
  }

  /**
   * Applies a merge patch, RFC 7396: null removes a member, an object is merged, all else replaces.
   *
   * @throws InvalidRequest if the result is larger than 16 KiB
   */
  public Metadata merge(Map<String, @Nullable Object> patch) {
    return new Metadata(merge(values, patch)).bounded();
  }

  private static Map<String, @Nullable Object> merge(
      Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(target);
    patch.forEach(
        (name, value) -> {
          switch (value) {
            case null -> merged.remove(name);
            case Map<?, ?> object ->
                merged.put(name, merge(object(merged.get(name)), object(object)));
            default -> merged.put(name, value);
          }
        });
    return merged;
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Map.<String, @Nullable Object>of();
  }

  private Metadata bounded() {
    if (json().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw InvalidRequest.body(
          "/metadata", "too_long", "metadata must be at most 16384 bytes of JSON.");
    }
    return this;
  }
}
