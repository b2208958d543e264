package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** No such incident in the organization. */
public final class IncidentNotFound extends Refusal {

  private IncidentNotFound(IncidentId id) {
    super(StatusProblem.INCIDENT_NOT_FOUND, "Incident with id '" + id + "' does not exist.");
  }

  static IncidentNotFound of(IncidentId id) {
    return new IncidentNotFound(id);
  }
}
