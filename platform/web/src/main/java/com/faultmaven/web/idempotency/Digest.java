package com.faultmaven.web.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256 hash, compared by its content. */
final class Digest {

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  static Digest of(byte[] content) {
    return new Digest(sha256().digest(content));
  }

  /** Of several texts; where one ends and the next begins makes a difference. */
  static Digest of(String... texts) {
    MessageDigest hash = sha256();
    for (String text : texts) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
      hash.update(content);
    }
    return new Digest(hash.digest());
  }

  static Digest stored(byte[] bytes) {
    return new Digest(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The first 64 bits, which is what an advisory lock of PostgreSQL can tell apart. */
  long lock() {
    return ByteBuffer.wrap(bytes).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
