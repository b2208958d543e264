package com.faultmaven.status;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.CaseLinks.LinkedCase;
import com.faultmaven.status.CaseLinks.LinkedIncident;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases an incident is worked on in. */
@Repository
class IncidentCases {

  static final int MOST = 1000;

  private final JdbcClient jdbc;

  IncidentCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Links cases that are not linked yet. */
  void link(IncidentId incident, Collection<CaseId> cases, @Nullable String user, Instant now) {
    if (cases.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into status.incident_cases (incident_id, case_id, linked_by, linked_at)
            select :incident::uuid, unnest(:cases::text[]), :user, :now::timestamptz
            on conflict do nothing
            """)
        .param("incident", incident.value())
        .param("cases", CaseId.values(cases))
        .param("user", user, Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void unlink(IncidentId incident, CaseId linked) {
    jdbc.sql("delete from status.incident_cases where incident_id = ? and case_id = ?")
        .params(incident.value(), linked.value())
        .update();
  }

  /**
   * The first that was linked first.
   *
   * @throws IncidentNotFound if the organization has no such incident
   */
  List<LinkedCase> casesOf(IncidentId incident, OrganizationId organization) {
    List<Optional<LinkedCase>> rows =
        jdbc.sql(
                """
                select c.case_id, c.linked_at from status.incidents i
                left join status.incident_cases c on c.incident_id = i.id
                where i.id = ? and i.organization_id = ? order by c.linked_at, c.case_id
                """)
            .params(incident.value(), organization.value())
            .query((row, _) -> linkedCase(row))
            .list();
    if (rows.isEmpty()) {
      throw IncidentNotFound.of(incident);
    }
    return rows.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<LinkedCase> linkedCase(ResultSet row) throws SQLException {
    String id = row.getString("case_id");
    return id == null
        ? Optional.empty()
        : Optional.of(new LinkedCase(CaseId.of(id), instant(row, "linked_at")));
  }

  /** The newest link first. */
  List<LinkedIncident> incidentsOf(CaseId linked, OrganizationId organization) {
    return jdbc.sql(
            """
            select i.id, i.title, i.status, i.severity, i.started_at, i.resolved_at, c.linked_at
            from status.incident_cases c join status.incidents i on i.id = c.incident_id
            where c.case_id = ? and i.organization_id = ? order by c.linked_at desc, i.id desc
            limit 1000
            """)
        .params(linked.value(), organization.value())
        .query(
            (row, _) ->
                new LinkedIncident(
                    new IncidentId(row.getObject("id", UUID.class)),
                    row.getString("title"),
                    IncidentStatus.of(row.getString("status")),
                    Severity.of(row.getString("severity")),
                    instant(row, "started_at"),
                    row.getObject("resolved_at") == null ? null : instant(row, "resolved_at"),
                    instant(row, "linked_at")))
        .list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
