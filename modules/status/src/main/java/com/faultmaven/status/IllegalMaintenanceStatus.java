package com.faultmaven.status;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** A maintenance is not where this could be done with it. */
public final class IllegalMaintenanceStatus extends Refusal {

  private IllegalMaintenanceStatus(
      MaintenanceStatus from, MaintenanceStatus to, List<String> allowed) {
    super(
        CommonProblem.ILLEGAL_STATUS_CHANGE,
        "A maintenance that is %s cannot become %s; it may become %s."
            .formatted(from.word(), to.word(), String.join(" or ", allowed)),
        Map.of("current_status", from.word(), "allowed", allowed));
  }

  /** Of one that has not ended. */
  static IllegalMaintenanceStatus between(MaintenanceStatus from, MaintenanceStatus to) {
    return new IllegalMaintenanceStatus(
        from,
        to,
        from == MaintenanceStatus.SCHEDULED
            ? List.of("in_progress", "cancelled")
            : List.of("completed"));
  }
}
