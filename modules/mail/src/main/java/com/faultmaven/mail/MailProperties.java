package com.faultmaven.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out. The server is {@code spring.mail.host}.
 *
 * @param from who mails are from: an address, with or without a name
 * @param domain what message ids end with; null for the domain of the sender
 * @param outbox the folder mails are written to in development, where no server is configured
 * @param tls whether a connection must be encrypted
 * @param inDoubt what becomes of a mail of which nobody knows whether the server took it
 * @param retention how long settled mails are kept
 * @param letterRetention how long letters are, with the links in them
 * @param provider whose headers name a mail in what it tells of it; null for none
 * @param sendgrid what is told by SendGrid
 */
@ConfigurationProperties(prefix = "faultmaven.mail", ignoreUnknownFields = false)
record MailProperties(
    @DefaultValue(MailProperties.NOBODY) String from,
    @Nullable String domain,
    @DefaultValue("data/outbox") Path outbox,
    @DefaultValue("required") Tls tls,
    @DefaultValue("hold") InDoubt inDoubt,
    @DefaultValue("30d") Duration retention,
    @DefaultValue("365d") Duration letterRetention,
    @Nullable Provider provider,
    @DefaultValue Sendgrid sendgrid) {

  /** Good for a machine of one's own. */
  static final String NOBODY = "FaultMaven <faultmaven@localhost>";

  enum Tls {
    REQUIRED,
    OPTIONAL
  }

  enum InDoubt {
    /** It is held for somebody to look at. */
    HOLD,
    /** It is sent again, at the risk of a second one. */
    RESEND
  }

  enum Provider {
    SENDGRID,
    SES
  }

  /**
   * What SendGrid tells.
   *
   * @param publicKey the key of its Event Webhook, Base64; null takes nothing from it
   */
  record Sendgrid(@Nullable String publicKey) {

    Sendgrid {
      publicKey = publicKey == null || publicKey.isBlank() ? null : publicKey.strip();
    }
  }

  MailProperties {
    if (!retention.isPositive() || !letterRetention.isPositive()) {
      throw new IllegalArgumentException(
          "faultmaven.mail.retention and letter-retention must be positive.");
    }
    domain = Objects.requireNonNullElse(domain, domainOf(from));
  }

  @Override
  public String domain() {
    return Objects.requireNonNull(domain);
  }

  private static String domainOf(String from) {
    try {
      String address = new InternetAddress(from, true).getAddress();
      return address.substring(address.lastIndexOf('@') + 1);
    } catch (AddressException unusable) {
      throw new IllegalArgumentException("faultmaven.mail.from must be an address.", unusable);
    }
  }
}
