package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** The case shows with another one, where this has to be done. */
public final class CaseMerged extends Refusal {

  private CaseMerged(String detail, CaseId target) {
    super(DossierProblem.CASE_MERGED, detail, Map.of("merged_into", target.value()));
  }

  public static CaseMerged into(CaseId source, CaseId target) {
    return new CaseMerged("Case " + source + " is merged into " + target + ".", target);
  }

  /** What is linked came with a merged case, whose it is. */
  static CaseMerged with(CaseId source, CaseId target) {
    return new CaseMerged(
        "This came with case " + source + ", which is merged into " + target + ".", target);
  }
}
