package com.faultmaven.status;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores what became of a locked incident, with what was said about it, in one statement, which
 * reads the updates before that one: nobody else adds any meanwhile.
 */
@Repository
class IncidentHistory {

  /** What is resolved does no more harm. An update that is corrected already has no effect. */
  private static final String STORE =
      """
      with said as (
        insert into status.incident_updates (id, incident_id, seq, message, status, corrects,
          author_id, created_at)
        select :update::uuid, :id::uuid, :seq, :message, :said, :corrects::uuid, :user, :at::timestamptz
        where :update::uuid is not null
        on conflict (corrects) do nothing returning id),
      over as (
        update status.impacts i
        set during = tstzrange(lower(i.during), greatest(lower(i.during), :resolved::timestamptz))
        where :resolved::timestamptz is not null and i.incident_id = :id and upper_inf(i.during))
      update status.incidents i set title = :title, body = :body, severity = :severity,
        status = :status, identified_at = :identified::timestamptz, monitoring_at = :monitoring::timestamptz,
        resolved_at = :resolved::timestamptz, notify = :notify, postmortem = :postmortem,
        postmortem_at = case when i.postmortem is distinct from :postmortem then :at::timestamptz
          else i.postmortem_at end,
        update_count = :count, updated_at = :at::timestamptz, facts = :facts, version = :version
      where i.id = :id and (:update::uuid is null or exists (select from said))
      returning
      """
          + IncidentRows.COLUMNS;

  private static final IncidentRows ROWS = new IncidentRows();

  private final JdbcClient jdbc;

  IncidentHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores the incident as it is now.
   *
   * @param said what was said, if anything
   * @param updates how many of the last updates the answer is to have
   * @return the incident with its services and updates
   * @throws AlreadyCorrected if what it corrects was corrected meanwhile
   */
  Incident store(
      Incident incident, @Nullable IncidentUpdate said, @Nullable String user, int updates) {
    UpdateId corrects = said == null ? null : said.corrects();
    return jdbc.sql(STORE)
        .param("id", incident.id().value())
        .param("update", said == null ? null : said.id().value(), Types.OTHER)
        .param("seq", incident.updateCount())
        .param("message", said == null ? null : said.message(), Types.VARCHAR)
        .param("said", said == null ? null : said.status().word(), Types.VARCHAR)
        .param("corrects", corrects == null ? null : corrects.value(), Types.OTHER)
        .param("user", user, Types.VARCHAR)
        .param("title", incident.title())
        .param("body", incident.body(), Types.VARCHAR)
        .param("severity", incident.severity().word())
        .param("status", incident.status().word())
        .param("identified", at(incident.identifiedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("monitoring", at(incident.monitoringAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("resolved", at(incident.resolvedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("notify", incident.notifies())
        .param("postmortem", incident.postmortem(), Types.VARCHAR)
        .param("count", incident.updateCount())
        .param("at", at(incident.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("facts", incident.facts())
        .param("version", incident.version().value())
        .param("updates", updates)
        .query(ROWS)
        .optional()
        .map(stored -> said == null ? stored : stored.saying(said))
        .orElseThrow(() -> AlreadyCorrected.of(Objects.requireNonNull(corrects)));
  }

  private static @Nullable Object at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
