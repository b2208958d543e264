package com.faultmaven.app.docs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Something to read, as it is sent.
 *
 * @param digest of the content: names this edition of it
 */
record Published(MediaType type, byte[] content, String digest) {

  static Published of(MediaType type, byte[] content) {
    return new Published(type, content, digestOf(content));
  }

  /** Begins the response; for a client that already has this version, it becomes a 304. */
  ResponseEntity.BodyBuilder ok(CacheControl caching) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(caching)
        .eTag('"' + digest + '"')
        .header("X-Content-Type-Options", "nosniff");
  }

  private static String digestOf(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
