package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Opens, changes and deletes incidents, one statement each. */
@Repository
class IncidentStore {

  static final int MOST_ACTIVE = 500;

  private static final IncidentRows ROWS = new IncidentRows();

  private static final String OPEN =
      """
      with active as (
        select case when :backfilled then 0
          else status.counted('incidents', :organization, :now::timestamptz) end as n),
      opened as (
        insert into status.incidents (id, organization_id, title, body, severity, status, started_at,
          resolved_at, backfilled, notify, update_count, created_by, created_at, updated_at, facts,
          version)
        select :id::uuid, :organization, :title, :body, :severity, :status, :started::timestamptz,
          :resolved::timestamptz, :backfilled, :notify, :count, :user, :now::timestamptz,
          :now::timestamptz, 1, 1
        from active where n < :most
        returning id),
      affected as (
        select opened.id as incident_id, named.*
        from opened, unnest(:services::uuid[], :own::text[], :impacts::text[])
          with ordinality named (service_id, own, impact, ordinal)),
      touched as (
        insert into status.incident_services (incident_id, service_id, impact, ordinal)
        select incident_id, service_id, own, ordinal from affected),
      harmed as (
        insert into status.impacts (incident_id, service_id, impact, during)
        select incident_id, service_id, impact, tstzrange(:started::timestamptz, :resolved::timestamptz)
        from affected),
      said as (
        insert into status.incident_updates (id, incident_id, seq, message, status, author_id,
          created_at)
        select :update::uuid, id, 1, :message, 'resolved', :user, :now::timestamptz from opened where :backfilled)
      select count(*) = 1 from opened
      """;

  private final JdbcClient jdbc;

  IncidentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Opens an incident, or enters one that is over with what was said at its end.
   *
   * @return whether there was room for it
   */
  boolean open(Incident incident, @Nullable String user) {
    IncidentUpdate said = incident.updates().isEmpty() ? null : incident.updates().getFirst();
    return affecting(jdbc.sql(OPEN), incident)
        .param("most", MOST_ACTIVE)
        .param("organization", incident.organization().value())
        .param("title", incident.title())
        .param("body", incident.body(), Types.VARCHAR)
        .param("severity", incident.severity().word())
        .param("status", incident.status().word())
        .param("started", at(incident.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("resolved", at(incident.resolvedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("backfilled", incident.backfilled())
        .param("notify", incident.notifies())
        .param("count", incident.updateCount())
        .param("user", user, Types.VARCHAR)
        .param("now", at(incident.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("update", said == null ? null : said.id().value(), Types.OTHER)
        .param("message", said == null ? null : said.message(), Types.VARCHAR)
        .query(Boolean.class)
        .single();
  }

  /**
   * An incident, locked until the transaction ends, without its services and updates: those are
   * read after the lock was waited for.
   */
  Optional<LockedIncident> lock(IncidentId id, OrganizationId organization) {
    return jdbc.sql(
            """
            select i.*, null as services, null as updates,
              array(select c.case_id from status.incident_cases c
                where c.incident_id = i.id order by c.linked_at, c.case_id) as cases
            from status.incidents i where i.id = ? and i.organization_id = ? for update of i
            """)
        .params(id.value(), organization.value())
        .query(
            (row, number) ->
                new LockedIncident(
                    ROWS.mapRow(row, number), List.of((String[]) row.getArray("cases").getArray())))
        .optional();
  }

  /** Ends what impacts changed, and begins what they are now; of a locked incident. */
  void changeImpacts(Incident incident, Instant now) {
    affecting(
            jdbc.sql(
                """
                with affected as (
                  select * from unnest(:services::uuid[], :own::text[], :impacts::text[])
                    with ordinality named (service_id, own, impact, ordinal)),
                spared as (
                  delete from status.incident_services x where x.incident_id = :id
                    and x.service_id <> all(:services::uuid[])),
                touched as (
                  insert into status.incident_services (incident_id, service_id, impact, ordinal)
                  select :id::uuid, service_id, own, ordinal from affected
                  on conflict (incident_id, service_id)
                    do update set impact = excluded.impact, ordinal = excluded.ordinal),
                ended as (
                  update status.impacts before
                  set during = tstzrange(lower(before.during), greatest(lower(before.during), :now::timestamptz))
                  where before.incident_id = :id and upper_inf(before.during) and not exists (
                    select from affected a
                    where a.service_id = before.service_id and a.impact = before.impact)
                  returning before.service_id)
                insert into status.impacts (incident_id, service_id, impact, during)
                select :id::uuid, a.service_id, a.impact, tstzrange(:now::timestamptz, null)
                from affected a, (select count(*) from ended) at_first
                where not exists (
                  select from status.impacts same
                  where same.incident_id = :id and same.service_id = a.service_id
                    and same.impact = a.impact and upper_inf(same.during))
                """),
            incident)
        .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void delete(IncidentId id) {
    jdbc.sql("delete from status.incidents where id = ?").param(id.value()).update();
  }

  private static StatementSpec affecting(StatementSpec sql, Incident incident) {
    List<AffectedService> services = incident.services();
    return sql.param("id", incident.id().value())
        .param("services", ServiceId.values(incident.serviceIds()))
        .param(
            "own",
            services.stream()
                .map(it -> it.own() == null ? null : it.own().word())
                .toArray(String[]::new))
        .param(
            "impacts",
            services.stream()
                .map(it -> it.impact(incident.severity()).word())
                .toArray(String[]::new));
  }

  private static @Nullable Object at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
