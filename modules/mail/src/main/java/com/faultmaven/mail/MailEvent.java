package com.faultmaven.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of a mail, which it names by its key or its Message-ID.
 *
 * @param messageId with its angle brackets
 * @param soft of a bounce, whether it says nothing about the address
 * @param reason what the other server said
 * @param providerMessageId what the provider calls the mail
 */
public record MailEvent(
    @Nullable String key,
    @Nullable String messageId,
    Type type,
    boolean soft,
    @Nullable String reason,
    Instant at,
    @Nullable String providerMessageId) {

  /** What happened. */
  public enum Type {
    DELIVERED,
    BOUNCED,
    COMPLAINED,
    DEFERRED,
    OPTED_OUT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As precise as the database; a Message-ID may come without its brackets. */
  public MailEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (messageId != null && !messageId.startsWith("<")) {
      messageId = "<" + messageId + ">";
    }
  }

  /** What it says of the address, if anything. */
  @Nullable SuppressionReason suppresses() {
    return switch (type) {
      case BOUNCED -> soft ? null : SuppressionReason.BOUNCED;
      case COMPLAINED -> SuppressionReason.COMPLAINED;
      case OPTED_OUT -> SuppressionReason.OPTED_OUT;
      case DELIVERED, DEFERRED -> null;
    };
  }
}
