package com.faultmaven.mail.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether something comes from SendGrid: it signs the timestamp and the octets of the body by ECDSA
 * with P-256 and SHA-256. Checked before anything of it is read.
 */
@Component
class SendgridSignature {

  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private final @Nullable PublicKey key;
  private final Clock clock;

  SendgridSignature(Environment environment, Clock clock) {
    this.key = key(environment.getProperty("faultmaven.mail.sendgrid.public-key", "").strip());
    this.clock = clock;
  }

  private static @Nullable PublicKey key(String base64) {
    if (base64.isEmpty()) {
      return null;
    }
    try {
      return KeyFactory.getInstance("EC")
          .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "faultmaven.mail.sendgrid.public-key must be the key of SendGrid's Event Webhook.",
          unusable);
    }
  }

  /**
   * Goes on if it is signed.
   *
   * @throws NotServed if no key is configured
   * @throws Unsigned if the signature is missing, wrong, or older than ten minutes
   */
  void check(byte[] body, @Nullable String signature, @Nullable String time) {
    if (key == null) {
      throw new NotServed();
    }
    if (signature == null || time == null || !isOfNow(time) || !isOf(body, signature, time, key)) {
      throw new Unsigned();
    }
  }

  private boolean isOfNow(String time) {
    if (!SECONDS.matcher(time).matches()) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
    return age.abs().compareTo(OLDEST) <= 0;
  }

  private static boolean isOf(byte[] body, String signature, String time, PublicKey key) {
    try {
      Signature check = Signature.getInstance("SHA256withECDSA");
      check.initVerify(key);
      check.update(time.getBytes(StandardCharsets.US_ASCII));
      check.update(body);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
      return false;
    }
  }
}
