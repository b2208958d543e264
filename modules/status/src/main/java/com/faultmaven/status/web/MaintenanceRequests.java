package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.ScheduleMaintenanceRequest;
import com.faultmaven.contracts.status.v1.model.UpdateMaintenanceRequest;
import com.faultmaven.status.MaintenanceEdit;
import com.faultmaven.status.NewMaintenance;
import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what clients say about maintenances into the words of the domain. */
final class MaintenanceRequests {

  private MaintenanceRequests() {}

  static NewMaintenance newMaintenance(ScheduleMaintenanceRequest request) {
    return new NewMaintenance(
        request.getTitle(),
        request.getBody().orElse(null),
        services(request.getServiceIds()),
        request.getScheduledFor().toInstant(),
        request.getScheduledUntil().toInstant(),
        Objects.requireNonNullElse(request.getNotify().orElse(null), true));
  }

  static MaintenanceEdit edit(UpdateMaintenanceRequest request, Patch patch) {
    Collection<UUID> services = patch.required("service_ids", request.getServiceIds());
    MaintenanceEdit edit =
        new MaintenanceEdit(
            patch.required("title", request.getTitle()),
            patch.optional(request.getBody()),
            services == null ? null : services(services),
            instant(patch.required("scheduled_for", request.getScheduledFor())),
            instant(patch.required("scheduled_until", request.getScheduledUntil())));
    patch.check();
    return edit;
  }

  /** One that is named twice counts once. */
  private static List<ServiceId> services(Collection<UUID> ids) {
    return ids.stream().distinct().map(ServiceId::new).toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
