package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import java.time.Instant;

/** A case is gone for good. */
public record CaseDeleted(CaseId caseId, UserId owner, long fact, Instant at) implements CaseFact {}
