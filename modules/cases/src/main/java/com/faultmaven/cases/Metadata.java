package com.faultmaven.cases;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.json.MergePatch;
import com.faultmaven.kernel.json.StoredJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Free-form facts a client keeps with a case or a message: a JSON object. Held as text, because its
 * values take many times the memory and are seldom looked at.
 */
public final class Metadata {

  public static final Metadata EMPTY = new Metadata("{}");

  private static final long MAX_BYTES = 16 * 1024;

  private final String json;

  private Metadata(String json) {
    this.json = json;
  }

  /** What is stored, which is whatever was accepted when it was. */
  public static Metadata stored(String json) {
    return json.equals(EMPTY.json) ? EMPTY : new Metadata(json);
  }

  /**
   * Takes what a client sent.
   *
   * @throws InvalidRequest if it is larger than 16 KiB, measured as by {@link StoredJson#size}
   */
  public static Metadata of(Map<String, @Nullable Object> values) {
    return EMPTY.replacedBy(values);
  }

  /**
   * Takes what a client sent instead. What has grown too large by other rules may stay as large.
   *
   * @throws InvalidRequest if it is larger than 16 KiB and than what it replaces
   */
  public Metadata replacedBy(Map<String, @Nullable Object> values) {
    long size = StoredJson.size(values);
    if (size > MAX_BYTES && size > StoredJson.size(values())) {
      throw InvalidRequest.body(
          "/metadata",
          "too_long",
          "metadata must be at most 16,384 bytes long as compact JSON without exponents.");
    }
    return stored(StoredJson.text(values));
  }

  /**
   * Applies a merge patch, RFC 7396: null removes a member, an object is merged, all else replaces.
   *
   * @throws InvalidRequest if the result is larger than 16 KiB and than what was there
   */
  public Metadata merge(Map<String, @Nullable Object> patch) {
    return replacedBy(MergePatch.apply(values(), patch));
  }

  /** The JSON object, read anew; numbers keep every digit. */
  public Map<String, @Nullable Object> values() {
    return StoredJson.object(json);
  }

  /** The JSON text. */
  public String json() {
    return json;
  }

  /** Two texts may say the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Metadata that
        && (json.equals(that.json) || values().equals(that.values()));
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return json;
  }
}
