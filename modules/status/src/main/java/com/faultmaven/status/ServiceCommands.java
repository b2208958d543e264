package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.ServiceFact.Created;
import com.faultmaven.status.ServiceFact.Deleted;
import com.faultmaven.status.ServiceFact.Updated;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and takes away services; each change publishes its fact in the same transaction.
 */
@org.springframework.stereotype.Service
@Transactional
public class ServiceCommands {

  private final ServiceStore services;
  private final Permissions permissions;
  private final Ids ids;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  ServiceCommands(
      ServiceStore services,
      Permissions permissions,
      Ids ids,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.services = services;
    this.permissions = permissions;
    this.ids = ids;
    this.facts = facts;
    this.clock = clock;
  }

  /** Adds a service, which is well until something happens. */
  public Service create(NewService wanted, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Service service =
        new Service(
            new ServiceId(ids.next()),
            visitor.organization(),
            wanted.name(),
            wanted.description(),
            wanted.group(),
            wanted.position(),
            requirePast(Objects.requireNonNullElse(wanted.startDate(), day(now)), now),
            now,
            now,
            Condition.OPERATIONAL,
            0,
            1,
            new EntityVersion(1));
    services.add(service, visitor.userId());
    facts.publishEvent(new Created(service, visitor.userId()));
    return service;
  }

  /** Changes a service; what is the same already changes nothing. */
  public Service edit(ServiceId id, ServiceEdit edit, IfMatch condition, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Service before = locked(id, condition, visitor, now);
    if (edit.startDate() != null) {
      requirePast(edit.startDate(), now);
    }
    Service after = edited(before, edit, now);
    Map<String, @Nullable Object> changes = changes(before, after);
    if (changes.isEmpty()) {
      return before;
    }
    services.save(after);
    facts.publishEvent(new Updated(after, changes, visitor.userId()));
    return after;
  }

  /** Takes a service away that no active incident touches; past ones stay and name it no more. */
  public void delete(ServiceId id, IfMatch condition, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Service service = locked(id, condition, visitor, now);
    if (services.hasActiveIncidents(id)) {
      throw ServiceHasActiveIncidents.of(id);
    }
    services.delete(id);
    facts.publishEvent(new Deleted(service, now, visitor.userId()));
  }

  private Service locked(ServiceId id, IfMatch condition, Visitor visitor, Instant now) {
    Service found =
        services.lock(id, visitor.organization(), now).orElseThrow(() -> ServiceNotFound.of(id));
    condition.require(found.version());
    return found;
  }

  private static Service edited(Service before, ServiceEdit edit, Instant now) {
    return new Service(
        before.id(),
        before.organization(),
        Objects.requireNonNullElse(edit.name(), before.name()),
        edit.description().apply(before.description()),
        edit.group().apply(before.group()),
        Objects.requireNonNullElse(edit.position(), before.position()),
        Objects.requireNonNullElse(edit.startDate(), before.startDate()),
        before.createdAt(),
        now.isBefore(before.updatedAt()) ? before.updatedAt() : now,
        before.condition(),
        before.activeIncidents(),
        before.facts() + 1,
        new EntityVersion(before.version().value() + 1));
  }

  private static Map<String, @Nullable Object> changes(Service before, Service after) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    note(changes, "name", before.name(), after.name());
    note(changes, "description", before.description(), after.description());
    note(changes, "group", before.group(), after.group());
    note(changes, "position", before.position(), after.position());
    note(changes, "start_date", before.startDate().toString(), after.startDate().toString());
    return changes;
  }

  private static void note(
      Map<String, @Nullable Object> changes,
      String member,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(member, after);
    }
  }

  /** Today somewhere on earth is not the future. */
  private static LocalDate requirePast(LocalDate day, Instant now) {
    if (day.isAfter(now.atOffset(ZoneOffset.MAX).toLocalDate())) {
      throw InvalidRequest.body(
          "/start_date", "out_of_range", "start_date must not be in the future.");
    }
    return day;
  }

  private static LocalDate day(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
