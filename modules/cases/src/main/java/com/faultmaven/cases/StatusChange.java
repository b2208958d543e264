package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's audit trail.
 *
 * @param sequence 1, 2, 3 … within the case, without a gap
 * @param reason at most 500 characters, or null
 */
public record StatusChange(
    CaseId caseId,
    int sequence,
    CaseStatus from,
    CaseStatus to,
    @Nullable String reason,
    UserId changedBy,
    Instant changedAt) {}
