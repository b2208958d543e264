package com.faultmaven.status;

import com.faultmaven.status.IncidentFact.Resolved;
import com.faultmaven.status.IncidentFact.Updated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an incident, worked out before anything is stored.
 *
 * @param members those that change, with their new values
 * @param said what is added to the timeline, if anything
 * @param told whether subscribers are to be told
 */
record IncidentChange(
    Incident before,
    Incident after,
    Map<String, @Nullable Object> members,
    @Nullable IncidentUpdate said,
    boolean told) {

  boolean isNothing() {
    return members.isEmpty() && !moves() && said == null;
  }

  boolean moves() {
    return before.status() != after.status();
  }

  boolean resolves() {
    return moves() && after.isResolved();
  }

  /** Whether it does something else to a service than before. */
  boolean changesImpacts() {
    return !before.impacts().equals(after.impacts()) || !before.services().equals(after.services());
  }

  /** The facts, in order: the end comes last, and alone if nothing else changed. */
  List<IncidentFact> facts(List<String> cases, @Nullable String by) {
    Instant at = after.updatedAt();
    List<IncidentFact> facts = new ArrayList<>();
    if (!resolves() || !members.isEmpty()) {
      facts.add(
          new Updated(
              after,
              members,
              moves() && !resolves() ? before.status() : null,
              resolves() ? null : said,
              told,
              at,
              before.facts() + 1,
              by));
    }
    if (resolves()) {
      facts.add(new Resolved(after, cases, Objects.requireNonNull(said).message(), told, at, by));
    }
    return facts;
  }

  /** The members that differ. */
  static Map<String, @Nullable Object> differing(Incident before, IncidentDraft after) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    note(members, "title", before.title(), after.title);
    note(members, "body", before.body(), after.body);
    note(members, "severity", before.severity().word(), after.severity.word());
    note(members, "service_ids", ids(before.services()), ids(after.services));
    note(
        members,
        "impacts",
        impacts(before.services(), before.severity()),
        impacts(after.services, after.severity));
    note(members, "postmortem", before.postmortem(), after.postmortem);
    note(members, "notify", before.notifies(), after.notifies);
    return members;
  }

  private static List<String> ids(List<AffectedService> services) {
    return services.stream().map(it -> it.id().toString()).toList();
  }

  private static Map<String, String> impacts(List<AffectedService> services, Severity severity) {
    Map<String, String> impacts = new LinkedHashMap<>();
    services.forEach(it -> impacts.put(it.id().toString(), it.impact(severity).word()));
    return impacts;
  }

  private static void note(
      Map<String, @Nullable Object> members,
      String name,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      members.put(name, after);
    }
  }
}
