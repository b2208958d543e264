package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import java.time.Instant;

/**
 * Somebody who may be written to about a case.
 *
 * @param number in the order of adding, for those who know targets by numbers
 */
public record Target(
    TargetId id,
    long number,
    CaseId caseId,
    TargetDetails details,
    Instant createdAt,
    EntityVersion version) {}
