package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;
import java.util.Collection;
import java.util.stream.Collectors;

/** No such service in the organization. */
public final class ServiceNotFound extends Refusal {

  private ServiceNotFound(String detail) {
    super(StatusProblem.SERVICE_NOT_FOUND, detail);
  }

  static ServiceNotFound of(ServiceId id) {
    return new ServiceNotFound("Service with id '" + id + "' does not exist.");
  }

  /** Names all of them, which are no more than an incident can touch. */
  public static ServiceNotFound of(Collection<ServiceId> ids) {
    return ids.size() == 1
        ? of(ids.iterator().next())
        : new ServiceNotFound(
            "Services with these ids do not exist: "
                + ids.stream().map(ServiceId::toString).collect(Collectors.joining(", "))
                + ".");
  }
}
