package com.faultmaven.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which history of transactions the database goes through now: another one begins where a backup is
 * restored, whether by statements or from files.
 */
public final class Cluster {

  private static final String MAY_ASK =
      """
      select has_function_privilege('pg_control_system()', 'execute')
        and has_function_privilege('pg_walfile_name(pg_lsn)', 'execute')
      """;

  /** The cluster and its timeline, which changes when an earlier moment is recovered. */
  private static final String NAME =
      """
      select system_identifier || ':' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
      from pg_control_system() where not pg_is_in_recovery()
      """;

  private Cluster() {}

  /** Its name; null if the role may not know, and for a standby. */
  public static @Nullable String name(JdbcClient jdbc) {
    boolean mayAsk = jdbc.sql(MAY_ASK).query(Boolean.class).single();
    return mayAsk ? jdbc.sql(NAME).query(String.class).optional().orElse(null) : null;
  }
}
