package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.Refusal;
import com.faultmaven.reports.ReportProblem;

/** No such cluster in the organization. */
public final class ClusterNotFound extends Refusal {

  private ClusterNotFound(String id) {
    super(ReportProblem.CLUSTER_NOT_FOUND, "There is no cluster " + id + ".");
  }

  static ClusterNotFound named(String sent) {
    return new ClusterNotFound(shown(sent));
  }

  public static ClusterNotFound of(ClusterId id) {
    return new ClusterNotFound(id.value());
  }
}
