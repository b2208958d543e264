package com.faultmaven.status;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads services, each as it is at this moment; one statement each. */
@org.springframework.stereotype.Service
public class ServiceQueries {

  private static final ServiceRows ROWS = new ServiceRows();

  private static final String ONE =
      "select "
          + ServiceRows.COLUMNS
          + " from status.services s "
          + Conditions.OF_SERVICES
          + " where s.id = :id and s.organization_id = :organization";

  /** There is a row even if the page is empty, because it has the total. */
  private static final String LIST =
      """
      with found as (
        select * from status.services
        where organization_id = :organization and (:group::text is null or group_name = :group)),
      page as (
        select * from found order by position, name, id limit :limit offset :offset)
      select (select count(*) from found) as total, listed.*
      from (values (1)) one left join (
        select %s from page s %s) listed on true
      order by listed.position, listed.name, listed.id
      """
          .formatted(ServiceRows.COLUMNS, Conditions.OF_SERVICES);

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final Clock clock;

  ServiceQueries(JdbcClient jdbc, Permissions permissions, Clock clock) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Some services, and how many there are in all. */
  public record Listed(List<Service> services, int total) {}

  /** A service. */
  public Service get(ServiceId id, Visitor visitor) {
    permissions.requireReader(visitor);
    return jdbc.sql(ONE)
        .param("id", id.value())
        .param("organization", visitor.organization().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(ROWS)
        .optional()
        .orElseThrow(() -> ServiceNotFound.of(id));
  }

  /** Services in the order of their positions. */
  public Listed list(@Nullable String group, int limit, int offset, Visitor visitor) {
    permissions.requireReader(visitor);
    return jdbc.sql(LIST)
        .param("organization", visitor.organization().value())
        .param("group", group, Types.VARCHAR)
        .param("limit", limit)
        .param("offset", offset)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(
            rows -> {
              List<Service> services = new ArrayList<>();
              int total = 0;
              while (rows.next()) {
                total = rows.getInt("total");
                if (rows.getObject("id") != null) {
                  services.add(ROWS.mapRow(rows, services.size()));
                }
              }
              return new Listed(services, total);
            });
  }
}
