package com.faultmaven.status;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules by which an incident goes on. */
@Component
class IncidentChanges {

  static final int MOST_UPDATES = 500;

  /** Said at the end if nobody says anything. */
  static final String RESOLVED = "Incident resolved.";

  private final Ids ids;

  IncidentChanges(Ids ids) {
    this.ids = ids;
  }

  /** Refuses what an incident does not take where it is. */
  static void requireAllowed(Incident incident, IncidentEdit edit) {
    IncidentStatus wanted = edit.status();
    if (wanted != null && !incident.status().canMoveTo(wanted)) {
      throw IllegalIncidentStatus.between(incident.status(), wanted);
    }
    if (incident.isResolved() && edit.isForActiveOnly()) {
      throw IncidentResolved.takesNothingMore(incident.id());
    }
    if (edit.changesPostmortem() && !incident.isResolved() && !edit.resolves()) {
      throw IncidentNotResolved.of(incident.id());
    }
  }

  static void requireActive(Incident incident) {
    if (incident.isResolved()) {
      throw IncidentResolved.already(incident.id());
    }
  }

  IncidentChange edited(Incident before, IncidentEdit edit, Instant at) {
    IncidentDraft draft = new IncidentDraft(before);
    draft.title = Objects.requireNonNullElse(edit.title(), before.title());
    draft.body = edit.body().apply(before.body());
    draft.postmortem = edit.postmortem().apply(before.postmortem());
    draft.severity = Objects.requireNonNullElse(edit.severity(), before.severity());
    draft.services = touched(before.services(), edit);
    draft.notifies = Objects.requireNonNullElse(edit.notifies(), before.notifies());
    if (edit.status() != null) {
      draft.reach(edit.status(), at);
    }
    IncidentUpdate said = null;
    if (edit.resolves()) {
      said = last(draft, before.id(), edit.message(), at);
    } else if (edit.message() != null) {
      said = next(draft, before.id(), edit.message(), draft.status(), null, at);
    }
    return change(before, draft, said, draft.notifies, at, true);
  }

  /** Over, whatever it was at. */
  IncidentChange resolved(
      Incident before, @Nullable String message, @Nullable Boolean notifies, Instant at) {
    IncidentDraft draft = new IncidentDraft(before);
    draft.reach(IncidentStatus.RESOLVED, at);
    IncidentUpdate said = last(draft, before.id(), message, at);
    boolean told = Objects.requireNonNullElse(notifies, before.notifies());
    return change(before, draft, said, told, at, true);
  }

  /**
   * Something was said; the incident moves only if that is meant.
   *
   * @param corrected the status of the update it corrects, if it does
   */
  IncidentChange said(
      Incident before, NewUpdate update, @Nullable IncidentStatus corrected, Instant at) {
    IncidentDraft draft = new IncidentDraft(before);
    IncidentStatus wanted = Objects.requireNonNullElse(update.status(), before.status());
    if (update.advances()) {
      if (!before.status().canMoveTo(wanted)) {
        throw IllegalIncidentStatus.between(before.status(), wanted);
      }
      draft.reach(wanted, at);
    }
    IncidentStatus status = Objects.requireNonNullElse(corrected, wanted);
    boolean ends = update.advances() && wanted == IncidentStatus.RESOLVED;
    IncidentUpdate said =
        ends
            ? last(draft, before.id(), update.message(), at)
            : next(draft, before.id(), update.message(), status, update.corrects(), at);
    boolean usual = update.corrects() == null && before.notifies();
    boolean told = Objects.requireNonNullElse(update.notifies(), usual);
    return change(before, draft, said, told, at, update.advances());
  }

  private static IncidentChange change(
      Incident before,
      IncidentDraft draft,
      @Nullable IncidentUpdate said,
      boolean told,
      Instant at,
      boolean newVersion) {
    Map<String, @Nullable Object> members = IncidentChange.differing(before, draft);
    boolean resolves =
        draft.status() != before.status() && draft.status() == IncidentStatus.RESOLVED;
    draft.isNewVersion = newVersion;
    draft.newFacts = resolves && !members.isEmpty() ? 2 : 1;
    return new IncidentChange(before, draft.at(at), members, said, told);
  }

  /** There is always room for the end. */
  private IncidentUpdate last(
      IncidentDraft draft, IncidentId incident, @Nullable String message, Instant at) {
    draft.updateCount++;
    return new IncidentUpdate(
        new UpdateId(ids.next()),
        incident,
        Objects.requireNonNullElse(message, RESOLVED),
        IncidentStatus.RESOLVED,
        at,
        null,
        null);
  }

  private IncidentUpdate next(
      IncidentDraft draft,
      IncidentId incident,
      String message,
      IncidentStatus status,
      @Nullable UpdateId corrects,
      Instant at) {
    if (draft.updateCount >= MOST_UPDATES) {
      throw LimitReached.ofUpdates(MOST_UPDATES);
    }
    draft.updateCount++;
    return new IncidentUpdate(
        new UpdateId(ids.next()), incident, message, status, at, corrects, null);
  }

  /** What was set by hand stays with the services that stay. */
  private static List<AffectedService> touched(List<AffectedService> had, IncidentEdit edit) {
    List<AffectedService> touched = new ArrayList<>();
    List<ServiceId> wanted =
        edit.services() == null ? had.stream().map(AffectedService::id).toList() : edit.services();
    for (ServiceId id : wanted) {
      Impact said = edit.impacts().get(id);
      touched.add(new AffectedService(id, said == null ? own(had, id) : said));
    }
    requireNamed(wanted, edit.impacts());
    return touched.equals(had) ? had : List.copyOf(touched);
  }

  private static @Nullable Impact own(List<AffectedService> had, ServiceId id) {
    for (AffectedService service : had) {
      if (service.id().equals(id)) {
        return service.own();
      }
    }
    return null;
  }

  /** An impact is one on a service that the incident touches. */
  static void requireNamed(List<ServiceId> services, Map<ServiceId, Impact> impacts) {
    List<Violation> others =
        impacts.keySet().stream()
            .filter(id -> !services.contains(id))
            .map(
                id ->
                    Violation.inBody(
                        "/impacts/" + id,
                        "not_allowed",
                        "impacts." + id + " is on none of the incident's services."))
            .toList();
    if (!others.isEmpty()) {
      throw InvalidRequest.body(others);
    }
  }
}
