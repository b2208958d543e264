package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import java.time.Instant;

/**
 * A case was closed; published after the {@link CaseStatusChanged} that closed it, under a number
 * of its own.
 *
 * @param change the move that closed it
 */
public record CaseClosed(UserId owner, StatusChange change, long fact) implements CaseFact {

  @Override
  public CaseId caseId() {
    return change.caseId();
  }

  @Override
  public Instant at() {
    return change.changedAt();
  }
}
