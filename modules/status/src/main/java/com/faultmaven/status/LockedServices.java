package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locks services in the order of their ids, so that no two writers wait for each other. */
@Repository
class LockedServices {

  private final JdbcClient jdbc;

  LockedServices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks services that are named.
   *
   * @throws ServiceNotFound naming all that are none of the organization's
   */
  void lock(Collection<ServiceId> named, OrganizationId organization) {
    requireAll(named, rows(named, organization, null).stream().map(Row::id).toList());
  }

  /**
   * Locks the services of a locked incident and those it is to have.
   *
   * @return those it has, in their order
   * @throws ServiceNotFound naming all that are none of the organization's
   */
  List<AffectedService> lock(Incident incident, Collection<ServiceId> named) {
    List<Row> locked = rows(named, incident.organization(), incident.id());
    requireAll(named, locked.stream().map(Row::id).toList());
    return locked.stream()
        .filter(row -> row.ordinal() != null)
        .sorted(Comparator.comparing(Row::ordinal))
        .map(row -> new AffectedService(row.id(), row.own()))
        .toList();
  }

  private record Row(ServiceId id, @Nullable Impact own, @Nullable Integer ordinal) {}

  private List<Row> rows(
      Collection<ServiceId> named, OrganizationId organization, @Nullable IncidentId incident) {
    return jdbc.sql(
            """
            select s.id, x.impact, x.ordinal from status.services s
            left join status.incident_services x on x.service_id = s.id and x.incident_id = :incident::uuid
            where s.organization_id = :organization and s.id = any(array(
              select unnest(:named::uuid[])
              union select service_id from status.incident_services where incident_id = :incident::uuid))
            order by s.id for update of s
            """)
        .param("named", ServiceId.values(named))
        .param("organization", organization.value())
        .param("incident", incident == null ? null : incident.value(), Types.OTHER)
        .query(
            (row, _) ->
                new Row(
                    new ServiceId(row.getObject("id", UUID.class)),
                    row.getString("impact") == null ? null : Impact.of(row.getString("impact")),
                    row.getObject("ordinal", Integer.class)))
        .list();
  }

  static void requireAll(Collection<ServiceId> named, Collection<ServiceId> found) {
    List<ServiceId> missing = new ArrayList<>(named);
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      throw ServiceNotFound.of(missing);
    }
  }
}
