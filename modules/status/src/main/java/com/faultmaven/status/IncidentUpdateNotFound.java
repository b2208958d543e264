package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** The incident has no such update. */
public final class IncidentUpdateNotFound extends Refusal {

  private IncidentUpdateNotFound(UpdateId id) {
    super(
        StatusProblem.INCIDENT_UPDATE_NOT_FOUND,
        "The incident has no update with id '" + id + "'.");
  }

  static IncidentUpdateNotFound of(UpdateId id) {
    return new IncidentUpdateNotFound(id);
  }
}
