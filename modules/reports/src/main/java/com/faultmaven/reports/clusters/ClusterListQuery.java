package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.LargeRows;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads a page of clusters in one statement, and counts them in another. */
@Component
class ClusterListQuery {

  /** Of the rows of a page those that fit, and beside them where the whole page ends. */
  private static final String FITTING =
      """
      with page as materialized (
        select c.cluster_id, c.created_at, c.size,
          row_number() over (order by c.created_at desc, c.cluster_id desc) as place
        from reports.clusters c where c.organization_id = :organization %s
        order by c.created_at desc, c.cluster_id desc limit :most offset :skipped),
      measured as (
        select page.*, count(*) over () as found,
          coalesce(sum(size) over (
            order by place rows between unbounded preceding and 1 preceding), 0) as before
        from page)
      select %s, m.found, last.created_at as end_at, last.cluster_id as end_id
      from measured m join reports.clusters c on c.cluster_id = m.cluster_id
      left join page last on last.place = :last
      where m.before < :bytes
      order by m.place
      """;

  private static final String AFTER = "and (c.created_at, c.cluster_id) < (:at, :id)";

  private final JdbcClient jdbc;

  ClusterListQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Position(Instant at, String id) {}

  private record Fetched(List<Cluster> fitting, int found, @Nullable Position end) {}

  /** The clusters of the organization, the newest first. */
  Page<Cluster> page(Paging paging, Reader reader) {
    CursorScope list = CursorScope.of("clusters/a").with("organization", reader.organization());
    Position after =
        paging.cursor() == null
            ? null
            : Cursor.read(
                list, paging.cursor(), parts -> new Position(parts.instant(), parts.rest()));
    Fetched fetched = fetch(after, paging, reader);
    Position end = fetched.end();
    return new LargeRows<>(
            fetched.fitting(),
            Math.min(fetched.found(), paging.limit()),
            last -> Cursor.after(list, last.createdAt(), last.id()),
            end == null ? null : Cursor.after(list, end.at(), end.id()))
        .page(paging, () -> count(reader), next -> page(next, reader));
  }

  private Fetched fetch(@Nullable Position after, Paging paging, Reader reader) {
    StatementSpec statement =
        jdbc.sql(FITTING.formatted(after == null ? "" : AFTER, ClusterStore.COLUMNS))
            .param("organization", reader.organization().value())
            .param("most", paging.limit() + 1)
            .param("last", (long) paging.offset() + paging.limit())
            .param("skipped", paging.offset())
            .param("bytes", LargeRows.MOST_BYTES);
    if (after != null) {
      statement
          .param("at", after.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("id", after.id());
    }
    ResultSetExtractor<Fetched> page = rows -> fetched(rows, paging.limit());
    return statement.query(page);
  }

  private long count(Reader reader) {
    return jdbc.sql("select count(*) from reports.clusters where organization_id = ?")
        .param(reader.organization().value())
        .query(Long.class)
        .single();
  }

  private static Fetched fetched(ResultSet rows, int limit) throws SQLException {
    List<Cluster> fitting = new ArrayList<>();
    int found = 0;
    Position end = null;
    while (rows.next()) {
      found = rows.getInt("found");
      if (found > limit) {
        end =
            new Position(
                rows.getObject("end_at", OffsetDateTime.class).toInstant(),
                rows.getString("end_id"));
      }
      fitting.add(ClusterStore.cluster(rows));
    }
    return new Fetched(fitting.subList(0, Math.min(fitting.size(), limit)), found, end);
  }
}
