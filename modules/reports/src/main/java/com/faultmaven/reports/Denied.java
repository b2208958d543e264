package com.faultmaven.reports;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** Somebody may know of it, but not do this. */
public final class Denied extends Refusal {

  private Denied(String detail) {
    super(CommonProblem.PERMISSION_DENIED, detail);
  }

  static Denied change() {
    return new Denied("Only its reporter, services and admins may change this report.");
  }

  static Denied deletion() {
    return new Denied("Only its reporter and admins may delete this report.");
  }

  static Denied judgement() {
    return new Denied("Only services and admins quarantine and reject reports, or take that back.");
  }

  static Denied name() {
    return new Denied("A report that you may not read has this external_id.");
  }

  /** Of a cluster. */
  public static Denied ofCluster() {
    return new Denied("Only whoever keeps this cluster and admins may do this.");
  }
}
