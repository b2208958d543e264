package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.MaintenanceList;
import com.faultmaven.contracts.status.v1.model.MaintenanceResponse;
import com.faultmaven.contracts.status.v1.model.MaintenanceStatus;
import com.faultmaven.contracts.status.v1.model.MaintenanceUpdateResponse;
import com.faultmaven.contracts.status.v1.model.PageMeta;
import com.faultmaven.status.Maintenance;
import com.faultmaven.status.MaintenanceQueries.Listed;
import com.faultmaven.status.MaintenanceUpdate;
import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes maintenances as the contract has them, as they are at a moment. */
final class MaintenanceResponses {

  private MaintenanceResponses() {}

  static MaintenanceResponse of(Maintenance maintenance, Instant now) {
    com.faultmaven.status.MaintenanceStatus status = maintenance.status(now);
    boolean begun = maintenance.cancelledAt() == null && !now.isBefore(maintenance.begins());
    boolean over = status == com.faultmaven.status.MaintenanceStatus.COMPLETED;
    return new MaintenanceResponse()
        .id(maintenance.id().value())
        .title(maintenance.title())
        .body(maintenance.body())
        .status(MaintenanceStatus.fromValue(status.word()))
        .serviceIds(maintenance.services().stream().map(ServiceId::value).toList())
        .scheduledFor(time(maintenance.scheduledFor()))
        .scheduledUntil(time(maintenance.scheduledUntil()))
        .startedAt(begun ? time(maintenance.begins()) : null)
        .completedAt(over ? time(maintenance.ends()) : null)
        .notify(maintenance.notifies())
        .updateCount(maintenance.updateCount())
        .createdAt(time(maintenance.createdAt()))
        .updatedAt(time(maintenance.updatedAt()))
        .version(maintenance.version().value())
        .updates(maintenance.updates().stream().map(MaintenanceResponses::of).toList());
  }

  static MaintenanceUpdateResponse of(MaintenanceUpdate update) {
    return new MaintenanceUpdateResponse()
        .id(update.id().value())
        .maintenanceId(update.maintenance().value())
        .message(update.message())
        .status(MaintenanceStatus.fromValue(update.status().word()))
        .createdAt(time(update.createdAt()));
  }

  static MaintenanceList of(Listed listed, int limit, int offset, Instant now) {
    return new MaintenanceList()
        .data(listed.maintenances().stream().map(it -> of(it, now)).toList())
        .meta(new PageMeta().total(listed.total()).limit(limit).offset(offset));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
