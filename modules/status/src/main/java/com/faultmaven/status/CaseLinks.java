package com.faultmaven.status;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases in which incidents are worked on; nobody learns here of a case they may not see. */
@Service
public class CaseLinks {

  private final IncidentStore incidents;
  private final IncidentCases links;
  private final CaseAccess cases;
  private final Permissions permissions;
  private final Clock clock;

  CaseLinks(
      IncidentStore incidents,
      IncidentCases links,
      CaseAccess cases,
      Permissions permissions,
      Clock clock) {
    this.incidents = incidents;
    this.links = links;
    this.cases = cases;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** A case in which an incident is worked on. */
  public record LinkedCase(CaseId id, Instant linkedAt) {}

  /** An incident that is worked on in a case, in short. */
  public record LinkedIncident(
      IncidentId id,
      String title,
      IncidentStatus status,
      Severity severity,
      Instant startedAt,
      @Nullable Instant resolvedAt,
      Instant linkedAt) {}

  /** The cases of an incident that the caller may see. */
  public List<LinkedCase> casesOf(IncidentId id, Visitor visitor) {
    Caller caller = permissions.requireNamed(visitor);
    List<LinkedCase> linked = links.casesOf(id, visitor.organization());
    Set<CaseId> readable =
        cases.readableAmong(linked.stream().map(LinkedCase::id).toList(), caller);
    return linked.stream().filter(it -> readable.contains(it.id())).toList();
  }

  /** The incidents of a case that the caller may see. */
  public List<LinkedIncident> incidentsOf(CaseId id, Visitor visitor) {
    cases.requireReadable(id, permissions.requireNamed(visitor));
    return links.incidentsOf(id, visitor.organization());
  }

  /** Says that an incident is worked on in a case. */
  @Transactional
  public void link(IncidentId id, CaseId worked, Visitor visitor) {
    permissions.requireWriter(visitor);
    cases.requireReadable(worked, permissions.requireNamed(visitor));
    LockedIncident locked = locked(id, visitor);
    if (!locked.cases().contains(worked.value()) && locked.cases().size() >= IncidentCases.MOST) {
      throw LimitReached.ofCases(IncidentCases.MOST);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    links.link(id, List.of(worked), visitor.userId(), now);
  }

  /** Says that an incident is not worked on in a case. */
  @Transactional
  public void unlink(IncidentId id, CaseId worked, Visitor visitor) {
    permissions.requireWriter(visitor);
    cases.requireReadable(worked, permissions.requireNamed(visitor));
    locked(id, visitor);
    links.unlink(id, worked);
  }

  private LockedIncident locked(IncidentId id, Visitor visitor) {
    return incidents.lock(id, visitor.organization()).orElseThrow(() -> IncidentNotFound.of(id));
  }
}
