package com.faultmaven.cases.sharing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.kernel.UserId;
import java.time.Instant;

/** Somebody a case is shared with, since when and by whom. */
public record ParticipantView(
    CaseId caseId, UserId user, CaseRole role, UserId grantedBy, Instant grantedAt) {}
