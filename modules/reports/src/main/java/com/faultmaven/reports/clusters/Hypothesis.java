package com.faultmaven.reports.clusters;

import com.faultmaven.reports.ReportId;
import java.util.List;

/**
 * Reports of one scope that seem to be one incident.
 *
 * @param id the same for the same title and reports
 * @param reports the worst first
 * @param seqs their numbers
 * @param rationale why they are taken together
 */
public record Hypothesis(
    String id,
    String title,
    String classification,
    List<ReportId> reports,
    List<Integer> seqs,
    double confidence,
    double severity,
    double urgency,
    List<String> rationale) {}
