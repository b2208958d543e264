package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** Another service of the organization is called like that. */
public final class ServiceNameTaken extends Refusal {

  private ServiceNameTaken(String name) {
    super(
        StatusProblem.SERVICE_NAME_TAKEN,
        "A service with the name '" + shown(name) + "' exists already.");
  }

  static ServiceNameTaken by(String name) {
    return new ServiceNameTaken(name);
  }
}
