package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.api.ServicesApi;
import com.faultmaven.contracts.status.v1.model.CreateServiceRequest;
import com.faultmaven.contracts.status.v1.model.ServiceList;
import com.faultmaven.contracts.status.v1.model.ServiceResponse;
import com.faultmaven.contracts.status.v1.model.UpdateServiceRequest;
import com.faultmaven.contracts.status.v1.model.UptimeResponse;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.status.Service;
import com.faultmaven.status.ServiceCommands;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.ServiceQueries;
import com.faultmaven.status.Uptimes;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Services. */
@RestController
class ServicesController implements ServicesApi {

  private final ServiceCommands commands;
  private final ServiceQueries queries;
  private final Uptimes uptimes;
  private final CurrentRequest current;

  ServicesController(
      ServiceCommands commands, ServiceQueries queries, Uptimes uptimes, CurrentRequest current) {
    this.commands = commands;
    this.queries = queries;
    this.uptimes = uptimes;
    this.current = current;
  }

  @Override
  public ResponseEntity<ServiceList> listServices(
      @Nullable String group, Integer limit, @Nullable Integer offset) {
    int skipped = offset == null ? 0 : offset;
    return ResponseEntity.ok(
        ServiceResponses.of(
            queries.list(group, limit, skipped, current.visitor()), limit, skipped));
  }

  @Override
  public ResponseEntity<ServiceResponse> createService(CreateServiceRequest request) {
    Service service = commands.create(ServiceRequests.newService(request), current.visitor());
    return ResponseEntity.created(URI.create("/api/v1/services/" + service.id()))
        .eTag(service.etag())
        .body(ServiceResponses.of(service));
  }

  @Override
  public ResponseEntity<ServiceResponse> getService(UUID serviceId) {
    return answer(queries.get(new ServiceId(serviceId), current.visitor()));
  }

  @Override
  public ResponseEntity<ServiceResponse> updateService(
      UUID serviceId, UpdateServiceRequest request, @Nullable String ifMatch) {
    return answer(
        commands.edit(
            new ServiceId(serviceId),
            ServiceRequests.edit(request, current.patch()),
            IfMatch.of(ifMatch),
            current.visitor()));
  }

  @Override
  public ResponseEntity<Void> deleteService(UUID serviceId, @Nullable String ifMatch) {
    commands.delete(new ServiceId(serviceId), IfMatch.of(ifMatch), current.visitor());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<UptimeResponse> getServiceUptime(UUID serviceId, Integer days) {
    return ResponseEntity.ok(
        UptimeResponses.of(uptimes.of(new ServiceId(serviceId), days, current.visitor())));
  }

  private static ResponseEntity<ServiceResponse> answer(Service service) {
    return ResponseEntity.ok().eTag(service.etag()).body(ServiceResponses.of(service));
  }
}
