package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.reports.dossiers.DossierFact.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that a report belongs to a case. There is one for each report and case, for ever.
 *
 * @param score how alike the report is to the one it is most like; from 0 to 1
 * @param best the id of the linked report it is most like; null if that one is gone
 * @param settledBy null if nobody decided, or nobody is known any more
 */
public record Match(
    MatchId id,
    CaseId caseId,
    Named report,
    MatchKind kind,
    double score,
    List<String> reasons,
    @Nullable String best,
    MatchState state,
    @Nullable String settledBy,
    @Nullable Instant settledAt,
    Instant proposedAt) {}
