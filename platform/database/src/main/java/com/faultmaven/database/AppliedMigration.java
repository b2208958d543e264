package com.faultmaven.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a history.
 *
 * @param version null if it is no whole number
 * @param sound whether it tells of a script that was run, and to its end
 */
record AppliedMigration(
    String folder,
    String script,
    @Nullable Integer version,
    @Nullable Integer checksum,
    boolean succeeded,
    boolean sound) {

  /** One history without its beginning, where Flyway found nothing; several are united. */
  static String sql(String folder, String table) {
    return """
        select '%s', script,
          case when version ~ '^[0-9]{1,9}$' then version::int end,
          checksum, success, success and type = 'SQL'
        from "%s" where (type, version) is distinct from ('BASELINE', '0')
        """
        .formatted(folder, table);
  }

  static AppliedMigration of(ResultSet row) throws SQLException {
    return new AppliedMigration(
        row.getString(1),
        row.getString(2),
        row.getObject(3, Integer.class),
        row.getObject(4, Integer.class),
        row.getBoolean(5),
        row.getBoolean(6));
  }

  /** Whatever was in the script then. */
  boolean hasRun(BroughtMigration brought) {
    return succeeded && folder.equals(brought.folder()) && script.equals(brought.script());
  }

  /** Whether it says in every word that just this one was run. */
  boolean tellsOf(BroughtMigration brought) {
    return sound
        && hasRun(brought)
        && version != null
        && version.equals(brought.version())
        && checksum != null
        && checksum == brought.checksum();
  }
}
