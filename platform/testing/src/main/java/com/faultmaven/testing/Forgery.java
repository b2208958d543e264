package com.faultmaven.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Cursors as anybody can make them who has read how they are made: docs/adr/0006. */
public final class Forgery {

  private static final int CHECKSUM_BYTES = 12;

  private Forgery() {}

  /**
   * A cursor whose checksum is right.
   *
   * @param list what the cursor claims to be valid for
   * @param place what it says about where to go on
   */
  public static String of(String list, String place) {
    try {
      byte[] checksum =
          MessageDigest.getInstance("SHA-256").digest((list + "\0" + place).getBytes(UTF_8));
      ByteArrayOutputStream token = new ByteArrayOutputStream();
      token.write(checksum, 0, CHECKSUM_BYTES);
      token.writeBytes(place.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token.toByteArray());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
