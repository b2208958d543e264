package com.faultmaven.cases;

import java.time.Instant;

/** A change of a case; published within the transaction that makes it. */
public sealed interface CaseFact
    permits CaseOpened, CaseUpdated, CaseStatusChanged, CaseClosed, CaseDeleted {

  CaseId caseId();

  /** The number of the fact: grows with every fact of one case. */
  long fact();

  Instant at();
}
