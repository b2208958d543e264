package com.faultmaven.kernel;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells users apart in log lines without naming them. They are hashed with a key, so that nobody
 * finds a user by hashing the ids they know. Unless one is given, the key is random, and the same
 * user has another pseudonym in the next process.
 */
public final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int BYTES = 8;

  private static volatile SecretKeySpec key = random();

  private Pseudonyms() {}

  /** Uses a key from now on. */
  public static void use(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** 16 hex digits. */
  static String of(UserId user) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(user.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SecretKeySpec random() {
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    return new SecretKeySpec(secret, ALGORITHM);
  }
}
