package com.faultmaven.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case was opened.
 *
 * @param initialMessage what its owner said first, for the module that keeps the conversation; the
 *     case has counted it
 */
public record CaseOpened(CaseView opened, @Nullable String initialMessage) implements CaseFact {

  @Override
  public CaseId caseId() {
    return opened.id();
  }

  @Override
  public long fact() {
    return 1;
  }

  /** The number of the fact that its owner said something first. */
  public long initialMessageFact() {
    return fact() + 1;
  }

  @Override
  public Instant at() {
    return opened.createdAt();
  }
}
