package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** The beginning is past. */
public final class MaintenanceStarted extends Refusal {

  private MaintenanceStarted(MaintenanceId id) {
    super(
        StatusProblem.MAINTENANCE_STARTED,
        "Maintenance with id '" + id + "' has begun; its beginning cannot be moved.");
  }

  static MaintenanceStarted of(MaintenanceId id) {
    return new MaintenanceStarted(id);
  }
}
