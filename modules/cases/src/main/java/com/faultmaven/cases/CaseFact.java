package com.faultmaven.cases;

import java.time.Instant;

/** Something that became true of a case; told within the transaction that made it true. */
public sealed interface CaseFact
    permits CaseOpened, CaseUpdated, CaseStatusChanged, CaseClosed, CaseDeleted {

  CaseId caseId();

  /** The number of the fact: grows with every fact of one case. */
  long fact();

  Instant at();
}
