package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads single incidents, each in one statement. */
@Repository
class IncidentReads {

  private static final IncidentRows ROWS = new IncidentRows();

  private static final String ONE =
      "select "
          + IncidentRows.COLUMNS
          + " from status.incidents i where i.id = :id and i.organization_id = :organization";

  private final JdbcClient jdbc;

  IncidentReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An incident with its whole timeline. */
  Incident get(IncidentId id, OrganizationId organization) {
    return jdbc.sql(ONE)
        .param("id", id.value())
        .param("organization", organization.value())
        .param("updates", Integer.MAX_VALUE)
        .query(ROWS)
        .optional()
        .orElseThrow(() -> IncidentNotFound.of(id));
  }

  /**
   * What an update of an incident said it was at, which its correction says again.
   *
   * @throws IncidentUpdateNotFound if the incident has no such update
   * @throws AlreadyCorrected if another one stands in its place
   */
  IncidentStatus correctable(IncidentId incident, UpdateId update) {
    return jdbc.sql(
            """
            select u.status, (
              select later.id from status.incident_updates later where later.corrects = u.id)
            from status.incident_updates u where u.id = ? and u.incident_id = ?
            """)
        .params(update.value(), incident.value())
        .query(
            (row, _) -> {
              if (row.getObject(2, UUID.class) != null) {
                throw AlreadyCorrected.of(update);
              }
              return IncidentStatus.of(row.getString(1));
            })
        .optional()
        .orElseThrow(() -> IncidentUpdateNotFound.of(update));
  }
}
