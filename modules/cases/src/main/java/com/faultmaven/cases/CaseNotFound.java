package com.faultmaven.cases;

import com.faultmaven.kernel.Refusal;

/** No such case, or none this caller may know of: the two look the same. */
public final class CaseNotFound extends Refusal {

  private CaseNotFound(String id) {
    super(CaseProblem.CASE_NOT_FOUND, "Case " + id + " not found");
  }

  static CaseNotFound named(String id) {
    return new CaseNotFound(shown(id));
  }

  public static CaseNotFound of(CaseId id) {
    return new CaseNotFound(id.value());
  }
}
