package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign that a case may be over.
 *
 * @param suggestedStatus where somebody may want to move the case, or null
 * @param recordedBy null once their data is deleted
 */
public record Signal(
    SignalId id,
    long number,
    CaseId caseId,
    NewSignal heard,
    @Nullable CaseStatus suggestedStatus,
    @Nullable String recordedBy,
    Instant createdAt) {}
