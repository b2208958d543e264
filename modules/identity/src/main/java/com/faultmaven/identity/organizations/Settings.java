package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.json.MergePatch;
import com.faultmaven.kernel.json.StoredJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organization keeps for its clients, whatever that is.
 *
 * @param json a JSON object
 */
public record Settings(String json) {

  /** Nothing. */
  public static final Settings NONE = new Settings("{}");

  private static final long MAX_BYTES = 16 * 1024;

  /** The JSON object, read anew; numbers keep every digit. */
  public Map<String, @Nullable Object> values() {
    return StoredJson.object(json);
  }

  /**
   * Applies a merge patch, RFC 7396.
   *
   * @throws InvalidRequest if the result is larger than 16 KiB and than what was there
   */
  public Settings merge(Map<String, @Nullable Object> patch) {
    Map<String, @Nullable Object> before = values();
    Map<String, @Nullable Object> after = MergePatch.apply(before, patch);
    long size = StoredJson.size(after);
    if (size > MAX_BYTES && size > StoredJson.size(before)) {
      throw InvalidRequest.body(
          "/settings",
          "too_long",
          "settings must be at most 16,384 bytes long as compact JSON without exponents.");
    }
    return after.equals(before) ? this : new Settings(StoredJson.text(after));
  }
}
