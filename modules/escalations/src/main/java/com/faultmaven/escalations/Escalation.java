package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.mail.MailState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a case.
 *
 * @param requestedBy null once their data is deleted
 * @param completedAt when its last mail neither waited nor was on its way out any more
 * @param deliveries in the order they were queued
 */
public record Escalation(
    EscalationId id,
    long number,
    CaseId caseId,
    Letter letter,
    @Nullable String requestedBy,
    Instant requestedAt,
    @Nullable Instant completedAt,
    List<Delivery> deliveries,
    EntityVersion version) {

  /** What is known of it, all in all. */
  public EscalationStatus status() {
    return EscalationStatus.of(states());
  }

  List<MailState> states() {
    return deliveries.stream().map(Delivery::status).toList();
  }

  /** It begins with the version, and ends with what is known of its mails. */
  public String etag() {
    String seen = deliveries.stream().map(Delivery::seenAs).collect(Collectors.joining(" "));
    return "\"" + version.value() + "-" + Integer.toHexString(seen.hashCode()) + "\"";
  }

  Escalation with(List<Delivery> others) {
    return new Escalation(
        id, number, caseId, letter, requestedBy, requestedAt, completedAt, others, version);
  }
}
