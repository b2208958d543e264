package com.faultmaven.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A person or service as the identity provider names it.
 *
 * @param value of the form of a {@link Name}
 */
public record UserId(String value) {

  /** The name of everybody whose data is deleted, in what stays; nobody makes requests under it. */
  public static final UserId DELETED = new UserId("deleted-user");

  private static final int BYTES_OF_PSEUDONYM = 8;

  /** Tells users apart in log lines without naming them: 16 hex digits of a SHA-256. */
  public String pseudonym() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES_OF_PSEUDONYM);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
