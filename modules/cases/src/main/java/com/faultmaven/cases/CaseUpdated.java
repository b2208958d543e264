package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a case changed.
 *
 * @param changes contract name of each changed field, and its new value
 */
public record CaseUpdated(
    CaseId caseId, UserId owner, Map<String, @Nullable Object> changes, long fact, Instant at)
    implements CaseFact {}
