package com.faultmaven.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Stands for what is to be told apart and not kept. */
public final class Sha256 {

  /** Copied, because to look for the algorithm takes as long as to hash a short text. */
  private static final MessageDigest UNUSED = unused();

  private Sha256() {}

  /** The 32 octets of the hash of a text. */
  public static byte[] of(String text) {
    try {
      MessageDigest digest = (MessageDigest) UNUSED.clone();
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
