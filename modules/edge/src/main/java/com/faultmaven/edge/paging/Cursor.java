package com.faultmaven.edge.paging;

import com.faultmaven.edge.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The place where a page ended, opaque to clients. It names the last row in the list's order and
 * carries a checksum over the list it belongs to (whose, which filters, which order), so that a
 * cursor that was altered or is used with another list is refused. It grants nothing: every query
 * asks anew what its caller may see.
 */
public final class Cursor {

  private static final int CHECKSUM_BYTES = 12;

  private Cursor() {}

  /**
   * Makes the cursor that continues after a row.
   *
   * @param list describes whose list it is, its filters and its order
   * @param position names the row in that order
   */
  public static String after(String list, String position) {
    byte[] place = position.getBytes(StandardCharsets.UTF_8);
    byte[] token =
        ByteBuffer.allocate(CHECKSUM_BYTES + place.length)
            .put(checksum(list, place))
            .put(place)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Reads the position back.
   *
   * @throws InvalidRequest if it is no cursor of that list
   */
  public static String position(String list, String cursor) {
    byte[] token = decode(cursor);
    if (token.length <= CHECKSUM_BYTES) {
      throw refused();
    }
    byte[] place = Arrays.copyOfRange(token, CHECKSUM_BYTES, token.length);
    if (!Arrays.equals(checksum(list, place), Arrays.copyOf(token, CHECKSUM_BYTES))) {
      throw refused();
    }
    return new String(place, StandardCharsets.UTF_8);
  }

  /** What to tell a caller whose cursor leads nowhere. */
  public static InvalidRequest refused() {
    return InvalidRequest.parameter(
        "cursor",
        "invalid_format",
        "cursor must be the next_cursor of a page of this list, with the same filters and sort.");
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
  }

  private static byte[] checksum(String list, byte[] place) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(list.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return Arrays.copyOf(digest.digest(place), CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has SHA-256
    }
  }
}
