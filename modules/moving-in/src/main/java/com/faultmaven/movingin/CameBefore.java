package com.faultmaven.movingin;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which services and incidents have come, also when they are deleted here. */
@Component
class CameBefore {

  private final JdbcClient jdbc;

  CameBefore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of some that have come. */
  Set<UUID> among(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql("select id from movingin.status_rows where id = any(?::uuid[])")
            .param(texts(ids))
            .query(UUID.class)
            .list());
  }

  void remember(String kind, Collection<UUID> ids) {
    jdbc.sql(
            """
            insert into movingin.status_rows (id, kind) select unnest(?::uuid[]), ? on conflict do nothing
            """)
        .params(texts(ids), kind)
        .update();
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
