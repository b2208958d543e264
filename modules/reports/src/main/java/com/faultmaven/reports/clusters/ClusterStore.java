package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps clusters with the reports they are of, each time in one statement. */
@Repository
class ClusterStore {

  static final String COLUMNS =
      """
      c.cluster_id, c.name, c.summary, c.scope, c.stats, c.hypotheses, c.created_by, c.created_at,
      c.refreshed_at, c.version,
      array(select r.report_id from reports.cluster_reports m
        join reports.reports r on r.seq = m.seq
        where m.cluster_id = c.cluster_id order by m.ordinal) as reports
      """;

  private static final String ONE =
      "select "
          + COLUMNS
          + " from reports.clusters c where c.cluster_id = ? and c.organization_id = ?";

  /** A report that is deleted at this moment is in no cluster. */
  private static final String MEMBERS =
      """
      insert into reports.cluster_reports (cluster_id, seq, ordinal)
      select kept.cluster_id, r.seq, m.ordinal
      from kept, unnest(:members::text[]) with ordinality m (report_id, ordinal)
      join reports.reports r on r.report_id = m.report_id
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Hypothesis>> HYPOTHESES = new TypeReference<>() {};

  private final JdbcClient jdbc;

  ClusterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Cluster cluster, Reader reader) {
    computed(
            jdbc.sql(
                """
                with kept as (
                  insert into reports.clusters (cluster_id, organization_id, name, summary, scope,
                    stats, hypotheses, size, created_by, created_at, refreshed_at, version)
                  values (:id, :organization, :name, :summary, :scope::jsonb, :stats::jsonb,
                    :hypotheses::jsonb, :size, :user, :now, :now, 1)
                  returning cluster_id)
                """
                    + MEMBERS),
            cluster)
        .param("organization", reader.organization().value())
        .param("name", cluster.name(), Types.VARCHAR)
        .param("summary", cluster.summary(), Types.VARCHAR)
        .param("scope", JSON.writeValueAsString(StoredQuestion.of(cluster.question())))
        .param("user", reader.name(), Types.VARCHAR)
        .update();
  }

  /**
   * Replaces what was computed, and the reports it is of.
   *
   * @return whether the cluster was still of the version before
   */
  boolean replace(Cluster cluster) {
    return computed(
            jdbc.sql(
                """
                with kept as (
                  update reports.clusters set stats = :stats::jsonb,
                    hypotheses = :hypotheses::jsonb, size = :size, refreshed_at = :now,
                    version = :version
                  where cluster_id = :id and version = :version - 1
                  returning cluster_id),
                gone as (
                  delete from reports.cluster_reports m using kept
                  where m.cluster_id = kept.cluster_id and not exists (
                    select from reports.reports r
                    where r.seq = m.seq and r.report_id = any(:members))),
                members as (
                """
                    + MEMBERS
                    + """
                 where true on conflict (cluster_id, seq) do update set ordinal = excluded.ordinal)
                select count(*) = 1 from kept
                """),
            cluster)
        .param("version", cluster.version().value())
        .query(Boolean.class)
        .single();
  }

  Cluster get(ClusterId id, Reader reader) {
    return one(id, reader, ONE);
  }

  /** A cluster that stays as it is until the transaction ends, but for what is changed here. */
  Cluster lock(ClusterId id, Reader reader) {
    return one(id, reader, ONE + " for update of c");
  }

  void delete(ClusterId id) {
    jdbc.sql("delete from reports.clusters where cluster_id = ?").param(id.value()).update();
  }

  private Cluster one(ClusterId id, Reader reader, String sql) {
    return jdbc.sql(sql)
        .params(id.value(), reader.organization().value())
        .query((row, _) -> cluster(row))
        .optional()
        .orElseThrow(() -> ClusterNotFound.of(id));
  }

  private static StatementSpec computed(StatementSpec statement, Cluster cluster) {
    String hypotheses = JSON.writeValueAsString(cluster.hypotheses());
    return statement
        .param("id", cluster.id().value())
        .param("stats", JSON.writeValueAsString(cluster.stats()))
        .param("hypotheses", hypotheses)
        .param("size", hypotheses.length())
        .param("now", cluster.refreshedAt().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("members", ReportId.values(cluster.reports()));
  }

  static Cluster cluster(ResultSet row) throws SQLException {
    String creator = row.getString("created_by");
    return new Cluster(
        new ClusterId(row.getString("cluster_id")),
        row.getString("name"),
        row.getString("summary"),
        JSON.readValue(row.getString("scope"), StoredQuestion.class).question(),
        JSON.readValue(row.getString("stats"), ScopeStats.class),
        JSON.readValue(row.getString("hypotheses"), HYPOTHESES),
        Stream.of((String[]) row.getArray("reports").getArray()).map(ReportId::new).toList(),
        Optional.ofNullable(creator).map(UserId::new).orElse(null),
        instant(row, "created_at"),
        instant(row, "refreshed_at"),
        new EntityVersion(row.getLong("version")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
