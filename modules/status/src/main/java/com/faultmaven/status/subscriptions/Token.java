package com.faultmaven.status.subscriptions;

import com.faultmaven.web.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What a link in a mail holds: whoever has it reads what is sent to the address. */
final class Token {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Token() {}

  /** One that nobody knows yet, in 43 characters that need no escape anywhere. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return ENCODER.encodeToString(bytes);
  }

  /** As it is kept, of which nobody gets it back. */
  static byte[] hash(String token) {
    return Sha256.of(token);
  }

  /** Ends a subscription: its id, and its secret. */
  record End(SubscriptionId subscription, String secret) {

    private static final int ID = 22;

    @Override
    public String toString() {
      UUID id = subscription.value();
      ByteBuffer bytes = ByteBuffer.allocate(16);
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
      return ENCODER.encodeToString(bytes.array()) + secret;
    }

    /** Reads one; nothing if it cannot be one. */
    static Optional<End> of(String text) {
      if (text.length() <= ID || text.length() > 2 * ID + BYTES) {
        return Optional.empty();
      }
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(0, ID)));
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        return Optional.of(new End(new SubscriptionId(id), text.substring(ID)));
      } catch (IllegalArgumentException none) {
        return Optional.empty();
      }
    }

    /** In a time that tells nothing. */
    boolean has(String kept) {
      return MessageDigest.isEqual(
          kept.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
  }
}
