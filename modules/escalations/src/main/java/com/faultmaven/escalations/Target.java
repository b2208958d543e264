package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import java.time.Instant;

/** Somebody who may be written to about a case. */
public record Target(
    TargetId id, CaseId caseId, TargetDetails details, Instant createdAt, EntityVersion version) {}
