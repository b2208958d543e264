package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseTitle;
import java.util.List;

/**
 * A case that seems to be about the same as a scope.
 *
 * @param score from 0 to 1; from 0.58 on it is the one to go on with
 * @param sharedReports how many reports are in both
 */
public record CaseCandidate(
    CaseTitle about, double score, List<String> reasons, int sharedReports) {}
