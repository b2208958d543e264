package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.mail.MailState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that became true of letters about a case, told in the transaction that made it true.
 */
public sealed interface EscalationFact {

  /** The case. */
  CaseId caseId();

  /** Whose the case is. */
  OrganizationId organization();

  /** Its number among the facts of the case. */
  long number();

  /** When it became true. */
  Instant at();

  /** A letter was sent off. */
  record Requested(
      CaseId caseId,
      OrganizationId organization,
      long number,
      EscalationId escalation,
      List<DeliveryId> deliveries,
      UserId by,
      Instant at)
      implements EscalationFact {}

  /** Something else is known of a mail. */
  record DeliveryChanged(
      CaseId caseId,
      OrganizationId organization,
      long number,
      EscalationId escalation,
      DeliveryId delivery,
      MailState status,
      int attempts,
      @Nullable String provider,
      Instant at)
      implements EscalationFact {}

  /**
   * No mail of a letter waits or is on its way out any more.
   *
   * @param sent how many arrived
   * @param failed how many did not, or may not have
   * @param suppressed how many were never sent
   */
  record Completed(
      CaseId caseId,
      OrganizationId organization,
      long number,
      EscalationId escalation,
      EscalationStatus status,
      int sent,
      int failed,
      int suppressed,
      Instant at)
      implements EscalationFact {

    static Completed of(
        CaseId id,
        OrganizationId organization,
        long number,
        EscalationId escalation,
        Collection<MailState> states,
        Instant at) {
      int sent = 0;
      int failed = 0;
      int suppressed = 0;
      for (MailState state : states) {
        switch (state) {
          case SENT, DELIVERED, COMPLAINED -> sent++;
          case FAILED, BOUNCED, UNCONFIRMED -> failed++;
          case SUPPRESSED, OPTED_OUT, INVALID_EMAIL, CANCELLED -> suppressed++;
          case QUEUED, SENDING -> {}
        }
      }
      return new Completed(
          id,
          organization,
          number,
          escalation,
          EscalationStatus.of(states),
          sent,
          failed,
          suppressed,
          at);
    }
  }

  /** A sign that the case may be over was recorded. */
  record Signaled(CaseId caseId, OrganizationId organization, long number, Signal signal, UserId by)
      implements EscalationFact {

    @Override
    public Instant at() {
      return signal.createdAt();
    }
  }
}
