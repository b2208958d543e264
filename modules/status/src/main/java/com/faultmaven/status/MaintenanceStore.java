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

/** Announces maintenances and takes them further, one statement each. */
@Repository
class MaintenanceStore {

  static final int MOST_ACTIVE = 100;

  private static final MaintenanceRows ROWS = new MaintenanceRows();

  private static final String SCHEDULE =
      """
      with active as (
        select status.counted('maintenances', :organization, :at::timestamptz) as n),
      scheduled as (
        insert into status.maintenances (id, organization_id, title, body, scheduled_for,
          scheduled_until, told, notify, update_count, created_by, created_at, updated_at, facts,
          version)
        select :id::uuid, :organization, :title, :body, :for::timestamptz, :until::timestamptz,
          :told, :notify, 0, :user, :at::timestamptz, :at::timestamptz, 1, 1
        from active where n < :most returning id),
      touched as (
        insert into status.maintenance_services (maintenance_id, service_id, ordinal)
        select scheduled.id, named.service_id, named.ordinal
        from scheduled, unnest(:services::uuid[]) with ordinality named (service_id, ordinal))
      select count(*) = 1 from scheduled
      """;

  /** Services that are no longer named are spared; the others keep their rows. */
  private static final String STORE =
      """
      with spared as (
        delete from status.maintenance_services x
        where x.maintenance_id = :id and x.service_id <> all(:services::uuid[])),
      touched as (
        insert into status.maintenance_services (maintenance_id, service_id, ordinal)
        select :id::uuid, named.service_id, named.ordinal
        from unnest(:services::uuid[]) with ordinality named (service_id, ordinal)
        on conflict (maintenance_id, service_id) do update set ordinal = excluded.ordinal),
      said as (
        insert into status.maintenance_updates (id, maintenance_id, seq, message, status, author_id,
          created_at)
        select :update::uuid, :id::uuid, :count, :message, :said, :user, :at::timestamptz
        where :update::uuid is not null)
      update status.maintenances set title = :title, body = :body, scheduled_for = :for::timestamptz,
        scheduled_until = :until::timestamptz, started_at = :started::timestamptz,
        completed_at = :completed::timestamptz, cancelled_at = :cancelled::timestamptz,
        told = :told, update_count = :count, updated_at = :at::timestamptz, facts = :facts,
        version = :version
      where id = :id
      """;

  private final JdbcClient jdbc;

  MaintenanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Announces a maintenance; says whether there was room for it. */
  boolean schedule(Maintenance maintenance, @Nullable String user) {
    return bind(jdbc.sql(SCHEDULE), maintenance)
        .param("organization", maintenance.organization().value())
        .param("notify", maintenance.notifies())
        .param("user", user, Types.VARCHAR)
        .param("most", MOST_ACTIVE)
        .query(Boolean.class)
        .single();
  }

  /** A maintenance without its services and updates, locked until the transaction ends. */
  Optional<Maintenance> lock(MaintenanceId id, @Nullable OrganizationId organization) {
    return jdbc.sql(
            """
            select m.*, null as services, null as updates from status.maintenances m
            where m.id = :id and (:organization::text is null or m.organization_id = :organization)
            for update
            """)
        .param("id", id.value())
        .param("organization", organization == null ? null : organization.value(), Types.VARCHAR)
        .query(ROWS)
        .optional();
  }

  /** Stores a locked maintenance as it is now, with what was said about it, if anything. */
  void store(Maintenance maintenance, @Nullable MaintenanceUpdate said, @Nullable String user) {
    bind(jdbc.sql(STORE), maintenance)
        .param("started", at(maintenance.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("completed", at(maintenance.completedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("cancelled", at(maintenance.cancelledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("count", maintenance.updateCount())
        .param("facts", maintenance.facts())
        .param("version", maintenance.version().value())
        .param("update", said == null ? null : said.id().value(), Types.OTHER)
        .param("message", said == null ? null : said.message(), Types.VARCHAR)
        .param("said", said == null ? null : said.status().word(), Types.VARCHAR)
        .param("user", user, Types.VARCHAR)
        .update();
  }

  private static StatementSpec bind(StatementSpec sql, Maintenance maintenance) {
    List<ServiceId> services = maintenance.services();
    return sql.param("id", maintenance.id().value())
        .param("services", ServiceId.values(services))
        .param("title", maintenance.title())
        .param("body", maintenance.body(), Types.VARCHAR)
        .param("for", at(maintenance.scheduledFor()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", at(maintenance.scheduledUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("told", maintenance.told().word())
        .param("at", at(maintenance.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static @Nullable Object at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
