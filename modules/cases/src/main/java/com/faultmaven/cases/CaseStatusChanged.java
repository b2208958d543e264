package com.faultmaven.cases;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.time.Instant;

/**
 * A case moved to another status.
 *
 * @param version the case has now
 */
public record CaseStatusChanged(UserId owner, StatusChange change, long fact, EntityVersion version)
    implements CaseFact {

  @Override
  public CaseId caseId() {
    return change.caseId();
  }

  @Override
  public Instant at() {
    return change.changedAt();
  }
}
