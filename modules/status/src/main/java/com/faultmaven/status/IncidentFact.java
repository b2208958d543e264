package com.faultmaven.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that became true of an incident, told in the transaction that made it true. */
public sealed interface IncidentFact {

  /** The incident as it is now. */
  Incident incident();

  /** When it became true. */
  Instant at();

  /** The number of the fact among those of the incident. */
  long number();

  /** Who did it; null for nobody known. */
  @Nullable String by();

  /** It was opened. */
  record Opened(Incident incident, List<String> cases, @Nullable String by)
      implements IncidentFact {

    @Override
    public Instant at() {
      return incident.createdAt();
    }

    @Override
    public long number() {
      return incident.facts();
    }
  }

  /**
   * Something about it changed, or something was said.
   *
   * @param changes the members that changed, with their new values
   * @param from the status before, if it moved
   * @param update what was said, if anything
   * @param notifies whether subscribers are to be told
   */
  record Updated(
      Incident incident,
      Map<String, @Nullable Object> changes,
      @Nullable IncidentStatus from,
      @Nullable IncidentUpdate update,
      boolean notifies,
      Instant at,
      long number,
      @Nullable String by)
      implements IncidentFact {}

  /**
   * It is over.
   *
   * @param message what was said at its end
   * @param told whether all subscribers are to be told; else those who were told the beginning
   */
  record Resolved(
      Incident incident,
      List<String> cases,
      String message,
      boolean told,
      Instant at,
      @Nullable String by)
      implements IncidentFact {

    @Override
    public long number() {
      return incident.facts();
    }

    /** How long it was. */
    public Duration duration() {
      return Duration.between(
          incident.startedAt(), incident.resolvedAt() == null ? at : incident.resolvedAt());
    }
  }

  /** It should never have been there. */
  record Deleted(Incident incident, Instant at, @Nullable String by) implements IncidentFact {

    @Override
    public long number() {
      return incident.facts() + 1;
    }
  }
}
