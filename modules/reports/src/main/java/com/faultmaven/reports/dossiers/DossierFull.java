package com.faultmaven.reports.dossiers;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** A case has as many of these as it can have. */
public final class DossierFull extends Refusal {

  private DossierFull(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static DossierFull ofLinks(int most) {
    return new DossierFull("A case has at most " + most + " reports.");
  }

  static DossierFull ofClusters(int most) {
    return new DossierFull("A case has at most " + most + " clusters.");
  }

  static DossierFull ofMerges(int most) {
    return new DossierFull("At most " + most + " cases are merged into one.");
  }
}
