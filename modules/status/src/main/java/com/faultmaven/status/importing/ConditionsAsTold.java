package com.faultmaven.status.importing;

import com.faultmaven.status.Conditions;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sees to it that what services become by an import counts as told: the next change after it is
 * told, and not the import.
 */
@Repository
class ConditionsAsTold {

  private static final String STORE =
      """
      update status.services told set told_condition = seen.condition
      from (select s.id, c.condition from status.services s %s where s.id = any(:ids::uuid[])) seen
      where told.id = seen.id and told.told_condition <> seen.condition
      """
          .formatted(Conditions.OF_SERVICES);

  private final JdbcClient jdbc;

  ConditionsAsTold(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nobody else opens or ends anything of these services until the transaction ends. */
  void lock(List<UUID> services) {
    jdbc.sql("select id from status.services where id = any(?::uuid[]) order by id for update")
        .param(ServiceImport.texts(services))
        .query(UUID.class)
        .list();
  }

  void store(List<UUID> services, Instant now) {
    jdbc.sql(STORE)
        .param("ids", ServiceImport.texts(services))
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
