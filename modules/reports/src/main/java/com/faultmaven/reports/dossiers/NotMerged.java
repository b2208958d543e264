package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Refusal;

/** There is no such merge to undo. */
public final class NotMerged extends Refusal {

  private NotMerged(String detail) {
    super(DossierProblem.NOT_MERGED, detail);
  }

  static NotMerged into(CaseId source, CaseId target) {
    return new NotMerged("Case " + source + " is not merged into " + target + ".");
  }
}
