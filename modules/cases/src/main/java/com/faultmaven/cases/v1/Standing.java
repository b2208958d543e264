package com.faultmaven.cases.v1;

import com.faultmaven.cases.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where v1 wants a case to stand.
 *
 * @param status to move to, from anywhere; null leaves it as it is
 * @param archived whether the case is put aside
 */
public record Standing(@Nullable CaseStatus status, boolean archived) {}
