package com.faultmaven.status.importing;

import static com.faultmaven.status.importing.ServiceImport.texts;
import static com.faultmaven.status.importing.ServiceImport.time;

import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.Severity;
import com.faultmaven.status.importing.ImportedIncident.ImportedUpdate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads incidents that are here, to compare them with those that come. */
@Repository
class IncidentsHere {

  private final JdbcTemplate jdbc;

  IncidentsHere(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /**
   * An incident that is here.
   *
   * @param touched whether somebody changed it here, or works on it in a case
   */
  record Here(String organization, ImportedIncident incident, boolean touched) {

    Fate fate(ImportedIncident there, String into) {
      if (!organization.equals(into)) {
        return Fate.TAKEN;
      }
      if (touched) {
        return Fate.LEFT_ALONE;
      }
      return incident.equals(there) ? Fate.UNCHANGED : Fate.RENEWED;
    }
  }

  Map<UUID, Here> find(List<UUID> ids) {
    Map<UUID, List<UUID>> services = new HashMap<>();
    Map<UUID, List<ImportedUpdate>> updates = new HashMap<>();
    Map<UUID, Here> here = new HashMap<>();
    Object all = texts(ids);
    jdbc.query(
        """
        select i.*, exists (
          select from status.incident_cases c where c.incident_id = i.id) as linked
        from status.incidents i where i.id = any(?::uuid[]) order by i.id for update of i
        """,
        row -> {
          UUID id = row.getObject("id", UUID.class);
          services.put(id, new ArrayList<>());
          updates.put(id, new ArrayList<>());
          here.put(id, here(row, id, services.get(id), updates.get(id)));
        },
        all);
    jdbc.query(
        """
        select incident_id, service_id from status.incident_services
        where incident_id = any(?::uuid[]) order by ordinal
        """,
        row -> {
          services
              .getOrDefault(row.getObject("incident_id", UUID.class), new ArrayList<>())
              .add(row.getObject("service_id", UUID.class));
        },
        all);
    jdbc.query(
        "select * from status.incident_updates where incident_id = any(?::uuid[]) order by seq",
        row -> {
          updates
              .getOrDefault(row.getObject("incident_id", UUID.class), new ArrayList<>())
              .add(
                  new ImportedUpdate(
                      row.getObject("id", UUID.class),
                      row.getString("message"),
                      IncidentStatus.of(row.getString("status")),
                      time(row, "created_at")));
        },
        all);
    return here;
  }

  private static Here here(
      ResultSet row, UUID id, List<UUID> services, List<ImportedUpdate> updates)
      throws SQLException {
    OffsetDateTime resolved = row.getObject("resolved_at", OffsetDateTime.class);
    return new Here(
        row.getString("organization_id"),
        new ImportedIncident(
            id,
            row.getString("title"),
            row.getString("body"),
            Severity.of(row.getString("severity")),
            IncidentStatus.of(row.getString("status")),
            time(row, "created_at"),
            time(row, "updated_at"),
            resolved == null ? null : resolved.toInstant(),
            services,
            updates),
        row.getLong("version") > 1 || row.getLong("facts") > 0 || row.getBoolean("linked"));
  }
}
