package com.faultmaven.cases;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The caller sees the case, but its role does not allow this. */
public final class PermissionDenied extends Refusal {

  private PermissionDenied(String detail) {
    super(CommonProblem.PERMISSION_DENIED, detail);
  }

  static PermissionDenied toWrite(CaseId id) {
    return new PermissionDenied("You may read case " + id + " but not change it.");
  }

  static PermissionDenied toOwn(CaseId id) {
    return new PermissionDenied("Only the owner of case " + id + " may do this.");
  }
}
