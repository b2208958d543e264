package com.faultmaven.cases;

import com.faultmaven.edge.EntityVersion;
import java.time.Instant;

/** Something that became true of a case; told within the transaction that made it true. */
public sealed interface CaseFact permits CaseOpened, CaseUpdated, CaseStatusChanged, CaseDeleted {

  CaseId caseId();

  /** The case's version after the fact: grows with every fact of one case. */
  EntityVersion version();

  Instant at();
}
