package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** The maintenance is over, or will not be. */
public final class MaintenanceEnded extends Refusal {

  private MaintenanceEnded(MaintenanceId id, MaintenanceStatus status) {
    super(
        StatusProblem.MAINTENANCE_ENDED,
        "Maintenance with id '" + id + "' is " + status.word() + ".");
  }

  static MaintenanceEnded of(MaintenanceId id, MaintenanceStatus status) {
    return new MaintenanceEnded(id, status);
  }
}
