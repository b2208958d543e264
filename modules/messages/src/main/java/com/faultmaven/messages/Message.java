package com.faultmaven.messages;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.edge.EntityVersion;
import com.faultmaven.edge.UserId;
import java.time.Instant;

/**
 * One turn of a case's conversation. It never changes.
 *
 * @param turnNumber 1, 2, 3 … within the case, without a gap
 */
public record Message(
    MessageId id,
    CaseId caseId,
    int turnNumber,
    MessageRole role,
    Content content,
    UserId author,
    Metadata metadata,
    Instant createdAt) {

  /** The only version it ever has. */
  public EntityVersion version() {
    return new EntityVersion(1);
  }
}
