package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How services were. */
@Service
public class Uptimes {

  private final UptimeQuery query;
  private final Permissions permissions;
  private final Clock clock;

  Uptimes(UptimeQuery query, Permissions permissions, Clock clock) {
    this.query = query;
    this.permissions = permissions;
    this.clock = clock;
  }

  /**
   * The last days of services that everybody may see, today included.
   *
   * @param days 1 to 90
   */
  public Map<ServiceId, Uptime> shown(
      Collection<ServiceId> services, OrganizationId organization, int days) {
    return query.of(services, organization, days, clock.instant());
  }

  /**
   * The last days of a service, today included.
   *
   * @param days 1 to 90
   */
  public Uptime of(ServiceId id, int days, Visitor visitor) {
    permissions.requireReader(visitor);
    Uptime uptime = query.of(List.of(id), visitor.organization(), days, clock.instant()).get(id);
    if (uptime == null) {
      throw ServiceNotFound.of(id);
    }
    return uptime;
  }
}
