package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads maintenances, each time in one statement. */
@Repository
class MaintenanceReads {

  private static final int LAST_UPDATES = 20;

  private static final MaintenanceRows ROWS = new MaintenanceRows();

  /** There is a row even if the page is empty, because it has the total. */
  private static final String LIST =
      """
      with found as (
        select m.* from status.maintenances m
        where m.organization_id = :organization
          and (:status::text is null or :status = case
            when m.cancelled_at is not null then 'cancelled'
            when m.ends_at <= :now::timestamptz then 'completed'
            when m.begins_at <= :now::timestamptz then 'in_progress'
            else 'scheduled' end)
          and (:service::uuid is null or exists (
            select from status.maintenance_services x
            where x.maintenance_id = m.id and x.service_id = :service::uuid))),
      page as (
        select * from found order by scheduled_for desc, id desc limit :limit offset :offset)
      select (select count(*) from found) as total, listed.*
      from (values (1)) one left join (select %s from page m) listed on true
      order by listed.scheduled_for desc, listed.id desc
      """
          .formatted(MaintenanceRows.COLUMNS);

  private final JdbcClient jdbc;

  MaintenanceReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Some maintenances, and how many there are in all. */
  record Found(List<Maintenance> maintenances, int total) {}

  /** A maintenance with its whole timeline. */
  Maintenance get(MaintenanceId id, OrganizationId organization) {
    return jdbc.sql(
            "select "
                + MaintenanceRows.COLUMNS
                + " from status.maintenances m where m.id = :id and m.organization_id = :organization")
        .param("id", id.value())
        .param("organization", organization.value())
        .param("updates", Integer.MAX_VALUE)
        .query(ROWS)
        .optional()
        .orElseThrow(() -> MaintenanceNotFound.of(id));
  }

  /** The latest window first. */
  Found list(
      OrganizationId organization,
      @Nullable MaintenanceStatus status,
      @Nullable ServiceId service,
      int limit,
      int offset,
      Instant now) {
    return jdbc.sql(LIST)
        .param("organization", organization.value())
        .param("status", status == null ? null : status.word(), Types.VARCHAR)
        .param("service", service == null ? null : service.value(), Types.OTHER)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("limit", limit)
        .param("offset", offset)
        .param("updates", LAST_UPDATES)
        .query(
            rows -> {
              List<Maintenance> found = new ArrayList<>();
              int total = 0;
              while (rows.next()) {
                total = rows.getInt("total");
                if (rows.getObject("id") != null) {
                  found.add(ROWS.mapRow(rows, found.size()));
                }
              }
              return new Found(found, total);
            });
  }
}
