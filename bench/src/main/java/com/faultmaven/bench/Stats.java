package com.faultmaven.bench;

import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.results.Size;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database says of itself. */
final class Stats {

  private static final String SIZES =
      """
      select name, sum(bytes) / 1e6 as megabytes
      from (
        select n.nspname || '.' || regexp_replace(c.relname, '_[0-9]+($|_)', '\\1')
          || case c.relkind when 'i' then ' (index)' else '' end as name,
          pg_table_size(c.oid) as bytes
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'i') and n.nspname in ('cases', 'messages', 'tags', 'events', 'edge')
      ) sizes
      group by name
      having sum(bytes) >= 1e6
      order by megabytes desc
      """;

  private static final String WAITS =
      """
      select coalesce(wait_event_type || ': ' || wait_event, 'running'), count(*)
      from pg_stat_activity
      where state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend'
      group by 1
      """;

  private static final String SIZES_OF_ROWS =
      """
      select name, sum(bytes) / 1e6 as megabytes, sum(tuples) as tuples
      from (
        select n.nspname || '.' || regexp_replace(c.relname, '_[0-9]+($|_)', '\\1')
          || case c.relkind when 'i' then ' (index)' else '' end as name,
          pg_table_size(c.oid) as bytes, coalesce(t.reltuples, c.reltuples) as tuples
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
          left join pg_index i on i.indexrelid = c.oid left join pg_class t on t.oid = i.indrelid
        where c.relkind in ('r', 'i') and n.nspname in ('cases', 'messages', 'tags', 'events', 'edge')
      ) sizes
      group by name
      having sum(bytes) >= 1e6
      order by megabytes desc
      """;

  private Stats() {}

  /** What tables and indexes take for each row. */
  static List<Size> sizesOfRows(Postgres postgres) throws SQLException {
    List<Size> sizes = new ArrayList<>();
    try (var connection = postgres.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(SIZES_OF_ROWS)) {
      while (rows.next()) {
        double megabytes = rows.getDouble(2);
        double count = rows.getDouble(3);
        sizes.add(
            new Size(rows.getString(1), megabytes, count, 1e6 * megabytes / Math.max(1, count)));
      }
    }
    return sizes;
  }

  /** Megabytes of tables and indexes. */
  static Map<String, Double> sizes(Postgres postgres) throws SQLException {
    return pairs(postgres, SIZES);
  }

  /** What the connections that are at work wait for at the moment, and how many do. */
  static Map<String, Double> waits(Postgres postgres) throws SQLException {
    return pairs(postgres, WAITS);
  }

  /** Deliveries that are not done. */
  static double eventsLeft(Postgres postgres) throws SQLException {
    return pairs(postgres, "select 'events', count(*) from events.event_publication")
        .getOrDefault("events", 0.0);
  }

  private static Map<String, Double> pairs(Postgres postgres, String sql) throws SQLException {
    Map<String, Double> pairs = new LinkedHashMap<>();
    try (var connection = postgres.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getDouble(2));
      }
    }
    return pairs;
  }
}
