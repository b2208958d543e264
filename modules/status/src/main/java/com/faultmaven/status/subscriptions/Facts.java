package com.faultmaven.status.subscriptions;

import com.faultmaven.jobs.LastRestore;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.ConditionChange;
import com.faultmaven.status.ConditionsChanged;
import com.faultmaven.status.Incident;
import com.faultmaven.status.IncidentFact;
import com.faultmaven.status.Maintenance;
import com.faultmaven.status.MaintenanceFact;
import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has subscribers told of facts, in the words that readers of Statuspage's webhooks know. */
@Component
class Facts {

  private final Telling telling;
  private final LastRestore restore;

  Facts(Telling telling, LastRestore restore) {
    this.telling = telling;
    this.restore = restore;
  }

  @EventListener
  void on(IncidentFact fact) {
    Incident incident = fact.incident();
    switch (fact) {
      case IncidentFact.Opened _ -> {
        if (incident.notifies()) {
          tell("incident.opened", incident, true, said(incident.body(), fact.at()));
        }
      }
      case IncidentFact.Updated updated -> {
        if (updated.notifies() && updated.update() != null) {
          tell("incident.updated", incident, true, said(updated.update().message(), fact.at()));
        }
      }
      case IncidentFact.Resolved resolved -> {
        if (!incident.backfilled()) {
          tell("incident.resolved", incident, resolved.told(), said(resolved.message(), fact.at()));
        }
      }
      case IncidentFact.Deleted _ -> {}
    }
  }

  @EventListener
  void on(MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    if (!maintenance.notifies() || fact.kind() == MaintenanceFact.Kind.UPDATED) {
      return;
    }
    if (restore.isAfter(fact.at())) {
      // its moment passed after the backup was made: it may have been told then
      return;
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", maintenance.id().toString());
    shown.put("name", maintenance.title());
    shown.put("status", fact.status().word());
    shown.put("impact", "maintenance");
    shown.put("scheduled_for", maintenance.scheduledFor().toString());
    shown.put("scheduled_until", maintenance.scheduledUntil().toString());
    shown.put("page_id", maintenance.organization().value());
    shown.put("updated_at", fact.at().toString());
    Map<String, @Nullable Object> said = said(said(fact), fact.at());
    said.put("status", fact.status().word());
    said.put("incident_id", maintenance.id().toString());
    shown.put("incident_updates", List.of(said));
    telling.tell(
        List.of(
            notice(
                "maintenance." + fact.kind().name().toLowerCase(Locale.ROOT),
                maintenance.organization(),
                null,
                maintenance.services(),
                true,
                "incident",
                shown)));
  }

  private static @Nullable String said(MaintenanceFact fact) {
    if (fact.said() != null) {
      return fact.said().message();
    }
    return fact.kind() == MaintenanceFact.Kind.SCHEDULED ? fact.maintenance().body() : null;
  }

  @EventListener
  void on(ConditionsChanged fact) {
    telling.tell(fact.changes().stream().map(it -> notice(it, fact.cause().at())).toList());
  }

  private static Notice notice(ConditionChange change, Instant at) {
    Map<String, @Nullable Object> update = new LinkedHashMap<>();
    update.put("component_id", change.service().toString());
    update.put("old_status", change.from().word());
    update.put("new_status", change.to().word());
    update.put("created_at", at.toString());
    return notice(
        "service.status_changed",
        change.organization(),
        null,
        List.of(change.service()),
        true,
        "component_update",
        update,
        "component",
        component(change));
  }

  private static Map<String, @Nullable Object> component(ConditionChange change) {
    Map<String, @Nullable Object> component = new LinkedHashMap<>();
    component.put("id", change.service().toString());
    component.put("name", change.name());
    component.put("status", change.to().word());
    return component;
  }

  private void tell(
      String kind, Incident incident, boolean toAll, Map<String, @Nullable Object> said) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", incident.id().toString());
    shown.put("name", incident.title());
    shown.put("status", incident.status().word());
    shown.put("impact", impact(incident));
    shown.put("page_id", incident.organization().value());
    shown.put("started_at", incident.startedAt().toString());
    shown.put("created_at", incident.createdAt().toString());
    shown.put("updated_at", incident.updatedAt().toString());
    shown.put("resolved_at", text(incident.resolvedAt()));
    said.put("status", incident.status().word());
    said.put("incident_id", incident.id().toString());
    shown.put("incident_updates", List.of(said));
    telling.tell(
        List.of(
            notice(
                kind,
                incident.organization(),
                incident.id().value(),
                incident.serviceIds(),
                toAll,
                "incident",
                shown)));
  }

  private static String impact(Incident incident) {
    return switch (incident.severity()) {
      case CRITICAL -> "critical";
      case HIGH -> "major";
      case MEDIUM, LOW -> "minor";
    };
  }

  private static Map<String, @Nullable Object> said(@Nullable String message, Instant at) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("body", message);
    said.put("created_at", at.toString());
    return said;
  }

  private static Notice notice(
      String kind,
      OrganizationId organization,
      @Nullable UUID incident,
      List<ServiceId> services,
      boolean toAll,
      Object... members) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("page", Map.of("id", organization.value()));
    for (int n = 0; n < members.length; n += 2) {
      body.put(members[n].toString(), members[n + 1]);
    }
    return new Notice(UUID.randomUUID(), organization, kind, incident, services, toAll, body);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
