package com.faultmaven.status.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.status.v1.api.IncidentFilterParameters;
import com.faultmaven.contracts.status.v1.model.AddIncidentUpdateRequest;
import com.faultmaven.contracts.status.v1.model.ImpactKind;
import com.faultmaven.contracts.status.v1.model.OpenIncidentRequest;
import com.faultmaven.contracts.status.v1.model.SeverityLevel;
import com.faultmaven.contracts.status.v1.model.UpdateIncidentRequest;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.AffectedService;
import com.faultmaven.status.Impact;
import com.faultmaven.status.IncidentEdit;
import com.faultmaven.status.IncidentFilter;
import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.NewIncident;
import com.faultmaven.status.NewUpdate;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Severity;
import com.faultmaven.status.UpdateId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what clients say about incidents into the words of the domain. */
final class IncidentRequests {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private IncidentRequests() {}

  static NewIncident newIncident(OpenIncidentRequest request) {
    Map<ServiceId, Impact> impacts = impacts(request.getImpacts());
    List<ServiceId> services = services(request.getServiceIds());
    NewIncident.requireNamed(services, impacts);
    return new NewIncident(
        request.getTitle(),
        request.getBody().orElse(null),
        Severity.of(request.getSeverity().getValue()),
        services.stream().map(id -> new AffectedService(id, impacts.get(id))).toList(),
        instant(request.getStartedAt().orElse(null)),
        Objects.requireNonNullElse(request.getNotify().orElse(null), true),
        instant(request.getResolvedAt().orElse(null)),
        request.getResolution().orElse(null));
  }

  static List<CaseId> cases(OpenIncidentRequest request) {
    List<String> ids = request.getCaseIds().orElse(null);
    return ids == null ? List.of() : ids.stream().distinct().map(CaseId::of).toList();
  }

  static IncidentEdit edit(UpdateIncidentRequest request, Patch patch) {
    SeverityLevel severity = patch.required("severity", request.getSeverity());
    Collection<UUID> services = patch.required("service_ids", request.getServiceIds());
    patch.required("impacts", request.getImpacts());
    IncidentEdit edit =
        new IncidentEdit(
            patch.required("title", request.getTitle()),
            patch.optional(request.getBody()),
            patch.optional(request.getPostmortem()),
            request.getPostmortem().orElse(null) != null,
            severity == null ? null : Severity.of(severity.getValue()),
            status(patch.required("status", request.getStatus())),
            services == null ? null : services(services),
            impacts(request.getImpacts()),
            patch.required("message", request.getMessage()),
            patch.required("notify", request.getNotify()));
    patch.check();
    return edit;
  }

  static NewUpdate update(AddIncidentUpdateRequest request) {
    UUID corrects = request.getCorrects().orElse(null);
    return new NewUpdate(
        request.getMessage(),
        status(request.getStatus().orElse(null)),
        Boolean.TRUE.equals(request.getAdvance().orElse(null)),
        corrects == null ? null : new UpdateId(corrects),
        request.getNotify().orElse(null));
  }

  static IncidentFilter filter(IncidentFilterParameters sent) {
    return new IncidentFilter(
        sent.status() == null ? null : IncidentStatus.of(sent.status()),
        sent.severity() == null ? null : Severity.of(sent.severity()),
        sent.serviceId() == null ? null : new ServiceId(sent.serviceId()),
        sent.active(),
        sent.caseId() == null ? null : CaseId.of(sent.caseId()),
        instant(sent.startedAfter()),
        instant(sent.startedBefore()));
  }

  private static @Nullable IncidentStatus status(
      com.faultmaven.contracts.status.v1.model.@Nullable IncidentStatus status) {
    return status == null ? null : IncidentStatus.of(status.getValue());
  }

  /** One that is named twice counts once. */
  private static List<ServiceId> services(Collection<UUID> ids) {
    return ids.stream().distinct().map(ServiceId::new).toList();
  }

  private static Map<ServiceId, Impact> impacts(JsonNullable<Map<String, ImpactKind>> sent) {
    Map<ServiceId, Impact> impacts = new LinkedHashMap<>();
    Map<String, ImpactKind> byId = sent.orElse(null);
    if (byId != null) {
      byId.forEach((id, impact) -> impacts.put(service(id), Impact.of(impact.getValue())));
    }
    return impacts;
  }

  private static ServiceId service(String id) {
    if (!ID.matcher(id).matches()) {
      throw InvalidRequest.body("/impacts", "invalid_format", "impacts is by the ids of services.");
    }
    return new ServiceId(UUID.fromString(id));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
