package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Adds, changes and takes away services, one statement each. */
@Repository
class ServiceStore {

  static final int MOST = 1000;

  private static final ServiceRows ROWS = new ServiceRows();

  /** A name that is taken must not end the transaction: its other half may have to be kept. */
  private static final String ADD =
      """
      with there as (
        select status.counted('services', :organization, :now::timestamptz) as n),
      added as (
        insert into status.services (id, organization_id, name, description, group_name, position,
          start_date, created_by, created_at, updated_at, told_condition, facts, version)
        select :id::uuid, :organization, :name, :description, :group, :position, :start::date, :user,
          :now::timestamptz, :now::timestamptz,
          'operational', 1, 1
        from there where n < :most
        on conflict (organization_id, name) do nothing returning id)
      select n, (select id from added) from there
      """;

  private final JdbcClient jdbc;

  ServiceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a service.
   *
   * @throws ServiceNameTaken if there is one of that name
   * @throws LimitReached if there are too many
   */
  void add(Service service, @Nullable String user) {
    jdbc.sql(ADD)
        .param("most", MOST)
        .param("id", service.id().value())
        .param("organization", service.organization().value())
        .param("name", service.name())
        .param("description", service.description(), Types.VARCHAR)
        .param("group", service.group(), Types.VARCHAR)
        .param("position", service.position())
        .param("start", service.startDate())
        .param("user", user, Types.VARCHAR)
        .param("now", at(service.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(
            (row, _) -> {
              if (row.getObject(2) == null) {
                throw row.getLong(1) < MOST
                    ? ServiceNameTaken.by(service.name())
                    : LimitReached.ofServices(MOST);
              }
              return true;
            })
        .single();
  }

  /** A service, locked until the transaction ends. */
  Optional<Service> lock(ServiceId id, OrganizationId organization, Instant now) {
    return jdbc.sql(
            "select "
                + ServiceRows.COLUMNS
                + " from status.services s "
                + Conditions.OF_SERVICES
                + " where s.id = :id and s.organization_id = :organization for update of s")
        .param("id", id.value())
        .param("organization", organization.value())
        .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(ROWS)
        .optional();
  }

  /**
   * Stores a service as it is now, with the facts it has.
   *
   * @throws ServiceNameTaken if another one is called like it
   */
  void save(Service service) {
    StatementSpec update =
        jdbc.sql(
                """
                update status.services set name = :name, description = :description,
                  group_name = :group, position = :position, start_date = :start,
                  updated_at = :now, facts = :facts, version = :version
                where id = :id
                """)
            .param("id", service.id().value())
            .param("name", service.name())
            .param("description", service.description(), Types.VARCHAR)
            .param("group", service.group(), Types.VARCHAR)
            .param("position", service.position())
            .param("start", service.startDate())
            .param("now", at(service.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("facts", service.facts())
            .param("version", service.version().value());
    try {
      update.update();
    } catch (DuplicateKeyException taken) {
      throw ServiceNameTaken.by(service.name());
    }
  }

  /** Whether an incident that is not resolved touches a locked service. */
  boolean hasActiveIncidents(ServiceId id) {
    return jdbc.sql(
            """
            select exists (
              select from status.incident_services x
              join status.incidents i on i.id = x.incident_id
              where x.service_id = ? and i.status <> 'resolved')
            """)
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  void delete(ServiceId id) {
    jdbc.sql("delete from status.services where id = ?").param(id.value()).update();
  }

  private static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
