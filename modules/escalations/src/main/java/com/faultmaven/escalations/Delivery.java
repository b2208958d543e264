package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.mail.MailLook;
import com.faultmaven.mail.MailState;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a letter.
 *
 * @param target null of a copy, and once the target is gone
 * @param error what a server said when it refused it
 */
public record Delivery(
    DeliveryId id,
    long number,
    EscalationId escalation,
    CaseId caseId,
    @Nullable TargetId target,
    String email,
    Kind kind,
    MailState status,
    @Nullable String provider,
    String messageId,
    @Nullable String providerMessageId,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable String error,
    Instant createdAt,
    EntityVersion version) {

  /** Whom it goes to. */
  public enum Kind {
    TO,
    CC;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it waits or is on its way out. */
  boolean isOpen() {
    return status == MailState.QUEUED || status == MailState.SENDING;
  }

  /** The same as its mail is doing now; what is copied of that comes a little later. */
  Delivery seen(@Nullable MailLook look) {
    return look == null
        ? this
        : new Delivery(
            id,
            number,
            escalation,
            caseId,
            target,
            email,
            kind,
            look.state(),
            look.provider(),
            messageId,
            look.providerMessageId(),
            look.attempts(),
            look.nextAttemptAt(),
            look.sentAt(),
            look.deliveredAt(),
            look.error(),
            createdAt,
            version);
  }

  /** It begins with the version; what is known of the mail may change before that. */
  public String etag() {
    return "\"" + version.value() + "-" + seenAs() + "\"";
  }

  String seenAs() {
    return status.word() + attempts;
  }
}
