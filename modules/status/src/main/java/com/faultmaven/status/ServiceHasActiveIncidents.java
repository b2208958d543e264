package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** What has trouble is not taken away. */
public final class ServiceHasActiveIncidents extends Refusal {

  private ServiceHasActiveIncidents(ServiceId id) {
    super(
        StatusProblem.SERVICE_HAS_ACTIVE_INCIDENTS,
        "Service with id '" + id + "' has active incidents. Resolve them first.");
  }

  static ServiceHasActiveIncidents of(ServiceId id) {
    return new ServiceHasActiveIncidents(id);
  }
}
