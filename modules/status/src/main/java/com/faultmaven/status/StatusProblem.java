package com.faultmaven.status;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of services and incidents. */
enum StatusProblem implements ProblemType {
  SERVICE_NOT_FOUND(404, "Service not found"),
  INCIDENT_NOT_FOUND(404, "Incident not found"),
  INCIDENT_UPDATE_NOT_FOUND(404, "Incident update not found"),
  MAINTENANCE_NOT_FOUND(404, "Maintenance not found"),
  MAINTENANCE_ENDED(409, "Maintenance ended"),
  MAINTENANCE_STARTED(409, "Maintenance started"),
  SERVICE_NAME_TAKEN(409, "Service name taken"),
  SERVICE_HAS_ACTIVE_INCIDENTS(409, "Service has active incidents"),
  INCIDENT_RESOLVED(409, "Incident resolved"),
  INCIDENT_NOT_RESOLVED(409, "Incident not resolved"),
  ALREADY_CORRECTED(409, "Already corrected");

  private final int status;
  private final String title;

  StatusProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
