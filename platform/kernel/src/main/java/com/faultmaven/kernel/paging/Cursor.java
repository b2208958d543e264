package com.faultmaven.kernel.paging;

import com.faultmaven.kernel.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place where a page ended, opaque to clients. It names the last row in the list's order and
 * carries a checksum over the list it belongs to, so that a cursor that was altered or is used with
 * another list is refused. It grants nothing: every query asks anew what its caller may see.
 * Anybody can compute a checksum, so what a cursor says is read like everything else that callers
 * send.
 */
public final class Cursor {

  private static final int CHECKSUM_BYTES = 12;

  private Cursor() {}

  /**
   * Makes the cursor that continues after a row.
   *
   * @param parts name the row in the list's order: numbers, moments, words without a colon, and at
   *     last any text
   */
  public static String after(CursorScope list, Object... parts) {
    String position = Stream.of(parts).map(Cursor::written).collect(Collectors.joining(":"));
    byte[] place = position.getBytes(StandardCharsets.UTF_8);
    byte[] token =
        ByteBuffer.allocate(CHECKSUM_BYTES + place.length)
            .put(checksum(list, place))
            .put(place)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Reads a position back.
   *
   * @param reading takes the parts one after the other as what they were
   * @throws InvalidRequest if it is no cursor of that list
   */
  public static <T> T read(CursorScope list, String cursor, Function<CursorParts, T> reading) {
    byte[] token = decode(cursor);
    if (token.length <= CHECKSUM_BYTES) {
      throw refused();
    }
    byte[] place = Arrays.copyOfRange(token, CHECKSUM_BYTES, token.length);
    if (!Arrays.equals(checksum(list, place), Arrays.copyOf(token, CHECKSUM_BYTES))) {
      throw refused();
    }
    CursorParts parts = new CursorParts(new String(place, StandardCharsets.UTF_8));
    T position = reading.apply(parts);
    parts.end();
    return position;
  }

  static InvalidRequest refused() {
    return InvalidRequest.parameter(
        "cursor",
        "invalid_format",
        "cursor must be the next_cursor of a page of this list, with the same filters and sort.");
  }

  private static String written(Object part) {
    return part instanceof Instant moment
        ? Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment))
        : part.toString();
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
  }

  private static byte[] checksum(CursorScope list, byte[] place) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(list.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return Arrays.copyOf(digest.digest(place), CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has SHA-256
    }
  }
}
