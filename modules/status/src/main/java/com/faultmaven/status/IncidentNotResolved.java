package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** A post-mortem comes after the end. */
public final class IncidentNotResolved extends Refusal {

  private IncidentNotResolved(IncidentId id) {
    super(
        StatusProblem.INCIDENT_NOT_RESOLVED,
        "Incident with id '" + id + "' is not resolved yet; a post-mortem comes afterwards.");
  }

  static IncidentNotResolved of(IncidentId id) {
    return new IncidentNotResolved(id);
  }
}
