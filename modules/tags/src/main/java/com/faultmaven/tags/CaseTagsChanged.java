package com.faultmaven.tags;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The tags of a case changed.
 *
 * @param added names to see now and not before; another spelling is another name
 * @param removed names to see before and not any more
 * @param tags all names now, in their order
 * @param fact the number of the fact: grows with every fact of one case
 */
public record CaseTagsChanged(
    CaseId caseId,
    UserId owner,
    List<String> added,
    List<String> removed,
    List<String> tags,
    long fact,
    Instant at) {}
