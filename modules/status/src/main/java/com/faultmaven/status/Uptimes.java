package com.faultmaven.status;

import java.time.Clock;
import java.util.List;
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
