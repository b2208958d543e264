package com.faultmaven.cases;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;

/**
 * A case locked by the transaction that claimed it, for one fact to be told of it.
 *
 * @param fact the number of that fact: the {@code aggregate_version} of its event
 * @param version of the case as clients see it, before the change
 */
public record ClaimedCase(
    CaseId id,
    UserId owner,
    CaseStatus status,
    boolean archived,
    long fact,
    EntityVersion version) {

  /**
   * Asks for a case that still takes messages.
   *
   * @throws ConversationEnded if it is closed or archived
   */
  public ClaimedCase requireConversation() {
    if (status == CaseStatus.CLOSED) {
      throw ConversationEnded.becauseClosed(id);
    }
    if (archived) {
      throw ConversationEnded.becauseArchived(id);
    }
    return this;
  }
}
