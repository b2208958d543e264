package com.faultmaven.status.page;

import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Severity;
import com.faultmaven.status.page.Notice.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads incidents and maintenances alike; what the clock decides is decided at {@code :now}. */
final class NoticeRows {

  private static final String SELECT =
      """
      with incidents as (
        select i.* from status.incidents i where i.organization_id = :organization and {incidents}
        order by {order} limit :most),
      maintenances as (
        select m.*, m.begins_at <= :now as begun, m.ends_at <= :now as over
        from status.maintenances m where m.organization_id = :organization and {maintenances}
        order by m.scheduled_for desc, m.id desc limit :most)
      select {page}, n.*
      {from} left join (
        select i.id, i.title, i.body, i.severity, i.status, i.created_at, i.updated_at as changed_at,
          i.started_at, i.monitoring_at, i.resolved_at as ended_at,
          null::timestamptz as window_from, null::timestamptz as window_until,
          i.postmortem, i.postmortem_at, i.notify, i.update_count,
          (select json_agg(x.service_id order by x.ordinal)
            from status.incident_services x where x.incident_id = i.id) as services,
          (select json_agg(json_build_array(u.id, u.message, u.status, u.created_at, u.corrects)
              order by u.seq)
            from (
              select said.*, sum(length(said.message)) over (order by said.seq desc) as text
              from status.incident_updates said where said.incident_id = i.id) u
            where u.text - length(u.message) < :text) as timeline
        from incidents i
        union all
        select m.id, m.title, m.body, null,
          case when m.cancelled_at is not null then 'cancelled' when m.over then 'completed'
            when m.begun then 'in_progress' else 'scheduled' end,
          m.created_at,
          case when m.cancelled_at is not null then m.updated_at
            else greatest(m.updated_at, case when m.begun then m.begins_at end,
              case when m.over then m.ends_at end) end,
          m.begins_at, null,
          case when m.cancelled_at is null and m.over then m.ends_at end,
          m.scheduled_for, m.scheduled_until, null, null, m.notify, m.update_count,
          (select json_agg(x.service_id order by x.ordinal)
            from status.maintenance_services x where x.maintenance_id = m.id),
          (select json_agg(json_build_array(u.id, u.message, u.status, u.created_at, null)
              order by u.seq)
            from (
              select said.*, sum(length(said.message)) over (order by said.seq desc) as text
              from status.maintenance_updates said where said.maintenance_id = m.id) u
            where u.text - length(u.message) < :text)
        from maintenances m) n on true
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private NoticeRows() {}

  static String select(NoticeScope scope) {
    return SELECT
        .replace("{incidents}", scope.incidents)
        .replace("{order}", scope.incidentOrder)
        .replace("{maintenances}", scope.maintenances)
        .replace("{page}", PageRow.COLUMNS)
        .replace("{from}", PageRow.FROM);
  }

  static Notice notice(ResultSet row) throws SQLException {
    String severity = row.getString("severity");
    List<JsonNode> entries = elements(row, "timeline");
    List<Remark> timeline = Timeline.of(entries);
    return new Notice(
        row.getObject("id", UUID.class),
        row.getString("title"),
        row.getString("body"),
        severity == null ? null : Severity.of(severity),
        NoticeStatus.of(row.getString("status")),
        PageRow.time(row, "created_at"),
        PageRow.time(row, "changed_at"),
        PageRow.time(row, "started_at"),
        PageRow.timeIfAny(row, "monitoring_at"),
        PageRow.timeIfAny(row, "ended_at"),
        window(row),
        row.getString("postmortem"),
        PageRow.timeIfAny(row, "postmortem_at"),
        row.getBoolean("notify"),
        elements(row, "services").stream()
            .map(id -> new ServiceId(UUID.fromString(id.asString())))
            .toList(),
        timeline,
        row.getInt("update_count") - entries.size());
  }

  private static @Nullable Window window(ResultSet row) throws SQLException {
    Instant from = PageRow.timeIfAny(row, "window_from");
    return from == null ? null : new Window(from, PageRow.time(row, "window_until"));
  }

  private static List<JsonNode> elements(ResultSet row, String column) throws SQLException {
    String json = row.getString(column);
    return json == null ? List.of() : List.copyOf(JSON.readTree(json).values());
  }
}
