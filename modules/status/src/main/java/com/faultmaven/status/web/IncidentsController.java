package com.faultmaven.status.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.status.v1.api.IncidentFilterParameters;
import com.faultmaven.contracts.status.v1.api.IncidentsApi;
import com.faultmaven.contracts.status.v1.model.AddIncidentUpdateRequest;
import com.faultmaven.contracts.status.v1.model.CaseIncidentList;
import com.faultmaven.contracts.status.v1.model.IncidentCaseList;
import com.faultmaven.contracts.status.v1.model.IncidentList;
import com.faultmaven.contracts.status.v1.model.IncidentResponse;
import com.faultmaven.contracts.status.v1.model.IncidentUpdateResponse;
import com.faultmaven.contracts.status.v1.model.OpenIncidentRequest;
import com.faultmaven.contracts.status.v1.model.ResolveIncidentRequest;
import com.faultmaven.contracts.status.v1.model.UpdateIncidentRequest;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.status.CaseLinks;
import com.faultmaven.status.Incident;
import com.faultmaven.status.IncidentCommands;
import com.faultmaven.status.IncidentId;
import com.faultmaven.status.IncidentQueries;
import com.faultmaven.status.OpeningIncidents;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Incidents. */
@RestController
class IncidentsController implements IncidentsApi {

  private final OpeningIncidents opening;
  private final IncidentCommands commands;
  private final IncidentQueries queries;
  private final CaseLinks links;
  private final CurrentRequest current;

  IncidentsController(
      OpeningIncidents opening,
      IncidentCommands commands,
      IncidentQueries queries,
      CaseLinks links,
      CurrentRequest current) {
    this.opening = opening;
    this.commands = commands;
    this.queries = queries;
    this.links = links;
    this.current = current;
  }

  @Override
  public ResponseEntity<IncidentList> listIncidents(
      IncidentFilterParameters filter,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    return ResponseEntity.ok(
        IncidentResponses.of(
            queries.list(
                IncidentRequests.filter(filter),
                Paging.of(limit, offset, cursor),
                current.visitor())));
  }

  @Override
  public ResponseEntity<IncidentResponse> openIncident(OpenIncidentRequest request) {
    Incident incident =
        opening.open(
            IncidentRequests.newIncident(request),
            IncidentRequests.cases(request),
            current.visitor());
    return ResponseEntity.created(URI.create("/api/v1/incidents/" + incident.id()))
        .eTag(incident.etag())
        .body(IncidentResponses.of(incident));
  }

  @Override
  public ResponseEntity<IncidentResponse> getIncident(UUID incidentId) {
    return answer(queries.get(new IncidentId(incidentId), current.visitor()));
  }

  @Override
  public ResponseEntity<IncidentResponse> updateIncident(
      UUID incidentId, UpdateIncidentRequest request, @Nullable String ifMatch) {
    return answer(
        commands.edit(
            new IncidentId(incidentId),
            IncidentRequests.edit(request, current.patch()),
            IfMatch.of(ifMatch),
            current.visitor()));
  }

  @Override
  public ResponseEntity<Void> deleteIncident(UUID incidentId, @Nullable String ifMatch) {
    commands.delete(new IncidentId(incidentId), IfMatch.of(ifMatch), current.visitor());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<IncidentUpdateResponse> addIncidentUpdate(
      UUID incidentId, AddIncidentUpdateRequest request) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            IncidentResponses.of(
                commands.say(
                    new IncidentId(incidentId),
                    IncidentRequests.update(request),
                    current.visitor())));
  }

  @Override
  public ResponseEntity<IncidentResponse> resolveIncident(
      UUID incidentId, @Nullable ResolveIncidentRequest request) {
    return answer(
        commands.resolve(
            new IncidentId(incidentId),
            request == null ? null : request.getMessage().orElse(null),
            request == null ? null : request.getNotify().orElse(null),
            current.visitor()));
  }

  @Override
  public ResponseEntity<IncidentCaseList> listIncidentCases(UUID incidentId) {
    return ResponseEntity.ok(
        IncidentResponses.cases(links.casesOf(new IncidentId(incidentId), current.visitor())));
  }

  @Override
  public ResponseEntity<Void> linkIncidentCase(UUID incidentId, String caseId) {
    links.link(new IncidentId(incidentId), CaseId.of(caseId), current.visitor());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Void> unlinkIncidentCase(UUID incidentId, String caseId) {
    links.unlink(new IncidentId(incidentId), CaseId.of(caseId), current.visitor());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<CaseIncidentList> listCaseIncidents(String caseId) {
    return ResponseEntity.ok(
        IncidentResponses.incidents(links.incidentsOf(CaseId.of(caseId), current.visitor())));
  }

  private static ResponseEntity<IncidentResponse> answer(Incident incident) {
    return ResponseEntity.ok().eTag(incident.etag()).body(IncidentResponses.of(incident));
  }
}
