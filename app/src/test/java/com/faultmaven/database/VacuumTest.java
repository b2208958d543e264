package com.faultmaven.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Large and busy tables do not wait for vacuum until a fifth of them has changed. */
@IntegrationTest
class VacuumTest {

  private static final String UNTUNED =
      """
      select n.nspname || '.' || c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r'
        and (n.nspname = 'cases' and (c.relname in ('cases', 'participants')
            or c.relname like 'search\\_documents\\_%')
          or n.nspname = 'messages' and c.relname = 'messages'
          or n.nspname = 'events' and c.relname in ('event_log', 'event_publication')
          or n.nspname = 'edge' and c.relname = 'idempotency_keys')
        and not coalesce(array_to_string(c.reloptions, ','), '') ~ 'autovacuum_[a-z_]*scale_factor'
      """;

  @Autowired JdbcClient database;

  @Test
  void comesInTimeForAllOfThem() {
    assertThat(database.sql(UNTUNED).query(String.class).list()).isEmpty();
  }
}
