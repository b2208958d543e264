package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.reports.Box;
import org.jspecify.annotations.Nullable;

/**
 * A case near a scope.
 *
 * @param shared how many of its reports the scope has, too
 */
record CandidateRow(CaseId caseId, @Nullable Box bounds, int reports, int clusters, int shared) {}
