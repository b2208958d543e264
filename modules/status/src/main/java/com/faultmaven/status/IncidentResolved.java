package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** The incident is over. */
public final class IncidentResolved extends Refusal {

  private IncidentResolved(String detail) {
    super(StatusProblem.INCIDENT_RESOLVED, detail);
  }

  static IncidentResolved already(IncidentId id) {
    return new IncidentResolved("Incident with id '" + id + "' is resolved already.");
  }

  static IncidentResolved takesNothingMore(IncidentId id) {
    return new IncidentResolved(
        "Incident with id '"
            + id
            + "' is resolved: its title, body and post-mortem can change, and updates be corrected.");
  }
}
