package com.faultmaven.kernel.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merge patches of free-form JSON, RFC 7396: null removes a member, an object is merged, all else
 * replaces.
 */
public final class MergePatch {

  private MergePatch() {}

  /** The object after the patch; neither of the two is changed. */
  public static Map<String, @Nullable Object> apply(
      Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(target);
    patch.forEach(
        (name, value) -> {
          switch (value) {
            case null -> merged.remove(name);
            case Map<?, ?> object ->
                merged.put(name, apply(object(merged.get(name)), object(object)));
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
}
