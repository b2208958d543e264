package com.faultmaven.escalations;

import com.faultmaven.mail.MailState;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** What is known of a letter, all in all. */
public enum EscalationStatus {
  QUEUED,
  SENDING,
  SENT,
  PARTLY_SENT,
  FAILED,
  CANCELLED;

  private static final Set<MailState> OPEN = Set.of(MailState.QUEUED, MailState.SENDING);
  private static final Set<MailState> ARRIVED =
      Set.of(MailState.SENT, MailState.DELIVERED, MailState.COMPLAINED);

  /** Whatever may have reached somebody is no failure. */
  static EscalationStatus of(Collection<MailState> deliveries) {
    if (deliveries.stream().anyMatch(OPEN::contains)) {
      return deliveries.stream().allMatch(MailState.QUEUED::equals) ? QUEUED : SENDING;
    }
    if (deliveries.stream().allMatch(MailState.CANCELLED::equals)) {
      return CANCELLED;
    }
    if (deliveries.stream().allMatch(ARRIVED::contains)) {
      return SENT;
    }
    return deliveries.stream().anyMatch(EscalationStatus::mayHaveArrived) ? PARTLY_SENT : FAILED;
  }

  static boolean mayHaveArrived(MailState state) {
    return ARRIVED.contains(state) || state == MailState.UNCONFIRMED;
  }

  /** Whether its mails neither wait nor are on their way out. */
  boolean isComplete() {
    return this != QUEUED && this != SENDING;
  }

  /** As the contract spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
