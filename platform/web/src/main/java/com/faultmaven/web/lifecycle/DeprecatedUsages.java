package com.faultmaven.web.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who called which deprecated operation how often, by UTC day, added up over all instances. */
public class DeprecatedUsages {

  private static final int MOST = 10_000;

  private final JdbcClient database;

  DeprecatedUsages(JdbcClient database) {
    this.database = database;
  }

  /**
   * How often one client called one operation.
   *
   * @param endpoint method and route template, or {@code unmatched}
   */
  public record DeprecatedUsage(
      String version, String endpoint, String clientId, long calls, OffsetDateTime lastCalledAt) {}

  /**
   * The calls of some days, the most frequent first.
   *
   * @param from the first UTC day
   * @param to the last UTC day
   * @param version null for all
   * @param clientId null for all
   */
  public List<DeprecatedUsage> between(
      LocalDate from, LocalDate to, @Nullable String version, @Nullable String clientId) {
    return database
        .sql(
            """
            select version, endpoint, client_id, sum(calls) as calls, max(last_called_at) as last
              from edge.deprecated_usage
             where day between :from and :to
               and (:version::text is null or version = :version)
               and (:clientId::text is null or client_id = :clientId)
             group by version, endpoint, client_id
             order by sum(calls) desc, version, endpoint, client_id
             limit :most
            """)
        .param("from", from)
        .param("to", to)
        .param("version", version, Types.VARCHAR)
        .param("clientId", clientId, Types.VARCHAR)
        .param("most", MOST)
        .query((row, _) -> usage(row))
        .list();
  }

  /** Adds to what is stored, all of it or nothing, in one statement. */
  void add(Map<Call, Count> counts) {
    database
        .sql(
            """
            insert into edge.deprecated_usage as stored
                   (day, version, endpoint, client_id, calls, last_called_at)
            select *
              from unnest(:days::date[], :versions::text[], :endpoints::text[], :clients::text[],
                          :calls::bigint[], :lasts::timestamptz[])
                on conflict (day, version, endpoint, client_id) do update
               set calls = stored.calls + excluded.calls,
                   last_called_at = greatest(stored.last_called_at, excluded.last_called_at)
            """)
        .param("days", column(counts, entry -> entry.getKey().day()))
        .param("versions", column(counts, entry -> entry.getKey().version()))
        .param("endpoints", column(counts, entry -> entry.getKey().endpoint()))
        .param("clients", column(counts, entry -> entry.getKey().clientId()))
        .param("calls", column(counts, entry -> entry.getValue().calls()))
        .param("lasts", column(counts, entry -> entry.getValue().lastCalledAt()))
        .update();
  }

  private static String[] column(
      Map<Call, Count> counts, Function<Map.Entry<Call, Count>, Object> value) {
    return counts.entrySet().stream().map(value).map(Object::toString).toArray(String[]::new);
  }

  private static DeprecatedUsage usage(ResultSet row) throws SQLException {
    return new DeprecatedUsage(
        row.getString("version"),
        row.getString("endpoint"),
        row.getString("client_id"),
        row.getLong("calls"),
        row.getObject("last", OffsetDateTime.class));
  }
}
