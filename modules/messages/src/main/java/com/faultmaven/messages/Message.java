package com.faultmaven.messages;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.time.Instant;

/**
 * One turn of a case's conversation. It never changes, but for its author's name when their data is
 * deleted.
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

  /** 1, and 2 once its author's name is gone. */
  public EntityVersion version() {
    return new EntityVersion(author.equals(UserId.DELETED) ? 2 : 1);
  }
}
