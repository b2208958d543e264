package com.faultmaven.status;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything one may read of maintenances. */
@Service
public class MaintenanceQueries {

  private final MaintenanceReads reads;
  private final Permissions permissions;
  private final Clock clock;

  MaintenanceQueries(MaintenanceReads reads, Permissions permissions, Clock clock) {
    this.reads = reads;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Some maintenances, and how many there are in all. */
  public record Listed(List<Maintenance> maintenances, int total) {}

  /** A maintenance with its whole timeline. */
  public Maintenance get(MaintenanceId id, Visitor visitor) {
    permissions.requireReader(visitor);
    return reads.get(id, visitor.organization());
  }

  /** Maintenances, the latest window first, with the last of their updates. */
  public Listed list(
      @Nullable MaintenanceStatus status,
      @Nullable ServiceId service,
      int limit,
      int offset,
      Visitor visitor) {
    permissions.requireReader(visitor);
    MaintenanceReads.Found found =
        reads.list(visitor.organization(), status, service, limit, offset, clock.instant());
    return new Listed(found.maintenances(), found.total());
  }
}
