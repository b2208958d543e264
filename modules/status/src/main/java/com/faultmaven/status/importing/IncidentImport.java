package com.faultmaven.status.importing;

import static com.faultmaven.status.importing.ServiceImport.at;
import static com.faultmaven.status.importing.ServiceImport.texts;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.importing.ImportedIncident.ImportedUpdate;
import com.faultmaven.status.importing.IncidentsHere.Here;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in incidents with their timelines: what they did to services follows from their severity
 * and their times. Nobody is told of them.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class IncidentImport {

  private static final String INCIDENT =
      """
      insert into status.incidents (id, organization_id, title, body, severity, status, started_at,
        identified_at, monitoring_at, resolved_at, backfilled, notify, update_count, created_at,
        updated_at, facts, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, true, ?, ?, ?, 0, 1)
      """;

  private static final String UPDATE =
      """
      insert into status.incident_updates (id, incident_id, seq, message, status, created_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String TOUCHED =
      "insert into status.incident_services (incident_id, service_id, ordinal) values (?, ?, ?)";

  private static final String HARMED =
      """
      insert into status.impacts (incident_id, service_id, impact, during)
      select x.incident_id, x.service_id,
        case i.severity when 'critical' then 'major_outage' when 'high' then 'partial_outage'
          else 'degraded_performance' end,
        tstzrange(i.started_at,
          case when i.resolved_at is not null then greatest(i.started_at, i.resolved_at) end)
      from status.incidents i join status.incident_services x on x.incident_id = i.id
      where i.id = any(?::uuid[])
      """;

  private final JdbcTemplate jdbc;
  private final IncidentsHere here;
  private final ConditionsAsTold conditions;
  private final Clock clock;

  IncidentImport(
      DataSource database, IncidentsHere here, ConditionsAsTold conditions, Clock clock) {
    this.jdbc = new JdbcTemplate(database);
    this.here = here;
    this.conditions = conditions;
    this.clock = clock;
  }

  /** Takes in incidents whose services are here. */
  public Map<UUID, Fate> take(Collection<ImportedIncident> some, OrganizationId organization) {
    Map<UUID, Here> known = known(some);
    Map<UUID, Fate> fates = fates(some, known, organization);
    List<ImportedIncident> coming =
        some.stream()
            .filter(it -> fates.get(it.id()) == Fate.NEW || fates.get(it.id()) == Fate.RENEWED)
            .toList();
    Object ids = texts(coming.stream().map(ImportedIncident::id).toList());
    List<UUID> services =
        Stream.concat(coming.stream(), known.values().stream().map(Here::incident))
            .flatMap(it -> it.services().stream())
            .distinct()
            .toList();
    conditions.lock(services);
    jdbc.update("delete from status.incidents where id = any(?::uuid[])", ids);
    insert(coming, organization);
    jdbc.update(HARMED, ids);
    conditions.store(services, clock.instant());
    return fates;
  }

  /** What would become of incidents, or became. */
  public Map<UUID, Fate> fates(Collection<ImportedIncident> some, OrganizationId organization) {
    return fates(some, known(some), organization);
  }

  private Map<UUID, Here> known(Collection<ImportedIncident> some) {
    return here.find(some.stream().map(ImportedIncident::id).toList());
  }

  private static Map<UUID, Fate> fates(
      Collection<ImportedIncident> some, Map<UUID, Here> known, OrganizationId organization) {
    Map<UUID, Fate> fates = new LinkedHashMap<>();
    for (ImportedIncident incident : some) {
      Here stored = known.get(incident.id());
      fates.put(
          incident.id(), stored == null ? Fate.NEW : stored.fate(incident, organization.value()));
    }
    return fates;
  }

  private void insert(List<ImportedIncident> coming, OrganizationId organization) {
    List<Object[]> incidents = new ArrayList<>();
    List<Object[]> touched = new ArrayList<>();
    List<Object[]> updates = new ArrayList<>();
    for (ImportedIncident it : coming) {
      incidents.add(values(it, organization));
      int ordinal = 0;
      for (UUID service : it.services()) {
        touched.add(new Object[] {it.id(), service, ++ordinal});
      }
      int seq = 0;
      for (ImportedUpdate said : it.updates()) {
        updates.add(
            new Object[] {
              said.id(), it.id(), ++seq, said.message(), said.status().word(), at(said.createdAt())
            });
      }
    }
    jdbc.batchUpdate(INCIDENT, incidents);
    jdbc.batchUpdate(TOUCHED, touched);
    jdbc.batchUpdate(UPDATE, updates);
  }

  private static Object[] values(ImportedIncident it, OrganizationId organization) {
    Instant begun = it.createdAt();
    return new Object[] {
      it.id(),
      organization.value(),
      it.title(),
      it.body(),
      it.severity().word(),
      it.status().word(),
      at(begun),
      at(it.reached(IncidentStatus.IDENTIFIED)),
      at(it.reached(IncidentStatus.MONITORING)),
      at(it.resolvedAt()),
      it.updates().size(),
      at(begun),
      at(it.updatedAt())
    };
  }
}
