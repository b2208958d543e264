package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Lists incidents with the last of their updates: a page and the number of all in one statement.
 */
@Repository
class IncidentListQuery {

  static final int LAST_UPDATES = 20;

  private static final IncidentRows ROWS = new IncidentRows();

  private final JdbcClient jdbc;

  IncidentListQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Some incidents, and how many there are in all. */
  record Found(List<Incident> incidents, int total) {}

  /** Where a page ended. */
  record Position(Instant createdAt, UUID id) {}

  /** The newest first, after a position or an offset. */
  Found fetch(
      OrganizationId organization,
      IncidentFilter filter,
      @Nullable Position after,
      int limit,
      int offset) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(filter, values);
    String position = "";
    if (after != null) {
      position = " and (i.created_at, i.id) < (:lastCreated::timestamptz, :lastId::uuid)";
      values.put("lastCreated", after.createdAt());
      values.put("lastId", after.id());
    }
    String sql =
        "with page as (select i.* from status.incidents i where "
            + where
            + position
            + " order by i.created_at desc, i.id desc limit :limit offset :offset) "
            + "select (select count(*) from status.incidents i where "
            + where
            + ") as total, listed.* from (values (1)) one left join (select "
            + IncidentRows.COLUMNS
            + " from page i) listed on true order by listed.created_at desc, listed.id desc";
    StatementSpec statement =
        jdbc.sql(sql)
            .param("organization", organization.value())
            .param("limit", limit)
            .param("offset", offset)
            .param("updates", LAST_UPDATES);
    values.forEach((name, value) -> bind(statement, name, value));
    return statement.query(
        rows -> {
          List<Incident> incidents = new ArrayList<>();
          int total = 0;
          while (rows.next()) {
            total = rows.getInt("total");
            if (rows.getObject("id") != null) {
              incidents.add(ROWS.mapRow(rows, incidents.size()));
            }
          }
          return new Found(incidents, total);
        });
  }

  /** Only what is asked for, so that the database plans for it. */
  private static String where(IncidentFilter filter, Map<String, Object> values) {
    List<String> all = new ArrayList<>(List.of("i.organization_id = :organization"));
    if (filter.status() != null) {
      all.add("i.status = :status");
      values.put("status", filter.status().word());
    }
    if (filter.severity() != null) {
      all.add("i.severity = :severity");
      values.put("severity", filter.severity().word());
    }
    if (filter.active() != null) {
      all.add(filter.active() ? "i.status <> 'resolved'" : "i.status = 'resolved'");
    }
    if (filter.service() != null) {
      all.add(
          "i.id in (select incident_id from status.incident_services where service_id = :service)");
      values.put("service", filter.service().value());
    }
    if (filter.caseId() != null) {
      all.add("i.id in (select incident_id from status.incident_cases where case_id = :case)");
      values.put("case", filter.caseId().value());
    }
    if (filter.startedAfter() != null) {
      all.add("i.started_at > :startedAfter");
      values.put("startedAfter", filter.startedAfter());
    }
    if (filter.startedBefore() != null) {
      all.add("i.started_at < :startedBefore");
      values.put("startedBefore", filter.startedBefore());
    }
    return String.join(" and ", all);
  }

  private static void bind(StatementSpec statement, String name, Object value) {
    if (value instanceof Instant instant) {
      statement.param(name, instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.param(name, value);
    }
  }
}
