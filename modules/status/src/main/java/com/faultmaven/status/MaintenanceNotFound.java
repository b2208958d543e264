package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** No such maintenance in the organization. */
public final class MaintenanceNotFound extends Refusal {

  private MaintenanceNotFound(MaintenanceId id) {
    super(StatusProblem.MAINTENANCE_NOT_FOUND, "Maintenance with id '" + id + "' does not exist.");
  }

  static MaintenanceNotFound of(MaintenanceId id) {
    return new MaintenanceNotFound(id);
  }
}
