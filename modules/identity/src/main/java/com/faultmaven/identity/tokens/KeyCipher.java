package com.faultmaven.identity.tokens;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/** Encrypts private keys (AES-256-GCM) under the secret of the installation. */
final class KeyCipher {

  private final String secret;

  KeyCipher(String secret) {
    this.secret = secret;
  }

  byte[] encrypt(String kid, String key) {
    return cipher(kid).encrypt(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key again.
   *
   * @throws IllegalStateException if it was encrypted under another secret
   */
  String decrypt(String kid, byte[] encrypted) {
    try {
      return new String(cipher(kid).decrypt(encrypted), StandardCharsets.UTF_8);
    } catch (IllegalStateException | IllegalArgumentException other) {
      throw new IllegalStateException(
          "The keys of tokens are encrypted under another secret: set FAULTMAVEN_SECRET to the one"
              + " this database was used with.",
          other);
    }
  }

  /** Each key has a salt of its own, its name. */
  private BytesEncryptor cipher(String kid) {
    return Encryptors.stronger(
        secret, HexFormat.of().formatHex(kid.getBytes(StandardCharsets.UTF_8)));
  }
}
