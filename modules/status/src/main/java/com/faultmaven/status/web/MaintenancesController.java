package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.api.MaintenancesApi;
import com.faultmaven.contracts.status.v1.model.AddMaintenanceUpdateRequest;
import com.faultmaven.contracts.status.v1.model.MaintenanceList;
import com.faultmaven.contracts.status.v1.model.MaintenanceResponse;
import com.faultmaven.contracts.status.v1.model.MaintenanceUpdateResponse;
import com.faultmaven.contracts.status.v1.model.MoveMaintenanceRequest;
import com.faultmaven.contracts.status.v1.model.ScheduleMaintenanceRequest;
import com.faultmaven.contracts.status.v1.model.UpdateMaintenanceRequest;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.status.Maintenance;
import com.faultmaven.status.MaintenanceCommands;
import com.faultmaven.status.MaintenanceId;
import com.faultmaven.status.MaintenanceQueries;
import com.faultmaven.status.MaintenanceStatus;
import com.faultmaven.status.ServiceId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Maintenances. */
@RestController
class MaintenancesController implements MaintenancesApi {

  private final MaintenanceCommands commands;
  private final MaintenanceQueries queries;
  private final CurrentRequest current;
  private final Clock clock;

  MaintenancesController(
      MaintenanceCommands commands,
      MaintenanceQueries queries,
      CurrentRequest current,
      Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public ResponseEntity<MaintenanceList> listMaintenances(
      @Nullable String status, @Nullable UUID serviceId, Integer limit, @Nullable Integer offset) {
    int skipped = offset == null ? 0 : offset;
    return ResponseEntity.ok(
        MaintenanceResponses.of(
            queries.list(
                status == null ? null : MaintenanceStatus.of(status),
                serviceId == null ? null : new ServiceId(serviceId),
                limit,
                skipped,
                current.visitor()),
            limit,
            skipped,
            clock.instant()));
  }

  @Override
  public ResponseEntity<MaintenanceResponse> scheduleMaintenance(
      ScheduleMaintenanceRequest request) {
    Maintenance maintenance =
        commands.schedule(MaintenanceRequests.newMaintenance(request), current.visitor());
    Instant now = clock.instant();
    return ResponseEntity.created(URI.create("/api/v1/maintenances/" + maintenance.id()))
        .eTag(maintenance.etag(now))
        .body(MaintenanceResponses.of(maintenance, now));
  }

  @Override
  public ResponseEntity<MaintenanceResponse> getMaintenance(UUID maintenanceId) {
    return answer(queries.get(new MaintenanceId(maintenanceId), current.visitor()));
  }

  @Override
  public ResponseEntity<MaintenanceResponse> updateMaintenance(
      UUID maintenanceId, UpdateMaintenanceRequest request, @Nullable String ifMatch) {
    return answer(
        commands.edit(
            new MaintenanceId(maintenanceId),
            MaintenanceRequests.edit(request, current.patch()),
            IfMatch.of(ifMatch),
            current.visitor()));
  }

  @Override
  public ResponseEntity<MaintenanceUpdateResponse> addMaintenanceUpdate(
      UUID maintenanceId, AddMaintenanceUpdateRequest request) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            MaintenanceResponses.of(
                commands.say(
                    new MaintenanceId(maintenanceId), request.getMessage(), current.visitor())));
  }

  @Override
  public ResponseEntity<MaintenanceResponse> startMaintenance(
      UUID maintenanceId, @Nullable MoveMaintenanceRequest request) {
    return answer(
        commands.start(new MaintenanceId(maintenanceId), message(request), current.visitor()));
  }

  @Override
  public ResponseEntity<MaintenanceResponse> completeMaintenance(
      UUID maintenanceId, @Nullable MoveMaintenanceRequest request) {
    return answer(
        commands.complete(new MaintenanceId(maintenanceId), message(request), current.visitor()));
  }

  @Override
  public ResponseEntity<MaintenanceResponse> cancelMaintenance(
      UUID maintenanceId, @Nullable MoveMaintenanceRequest request) {
    return answer(
        commands.cancel(new MaintenanceId(maintenanceId), message(request), current.visitor()));
  }

  private ResponseEntity<MaintenanceResponse> answer(Maintenance maintenance) {
    Instant now = clock.instant();
    return ResponseEntity.ok()
        .eTag(maintenance.etag(now))
        .body(MaintenanceResponses.of(maintenance, now));
  }

  private static @Nullable String message(@Nullable MoveMaintenanceRequest request) {
    return request == null ? null : request.getMessage().orElse(null);
  }
}
