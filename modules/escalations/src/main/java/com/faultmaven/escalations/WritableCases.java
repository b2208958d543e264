package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.dossiers.CaseMerged;
import com.faultmaven.reports.dossiers.MergeStore;
import org.springframework.stereotype.Component;

/** Cases that something is written about; of a merged one it is where that shows. */
@Component
class WritableCases {

  private final Cases cases;
  private final MergeStore merges;

  WritableCases(Cases cases, MergeStore merges) {
    this.cases = cases;
    this.merges = merges;
  }

  /**
   * Locks a case that the caller may write to.
   *
   * @param facts how many are told of it at most
   * @throws CaseMerged if it shows with another one
   */
  ClaimedCase claim(CaseId id, int facts, Caller caller) {
    ClaimedCase claimed = cases.claim(id, facts, caller);
    merges.requireApart(id);
    return claimed;
  }
}
