package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which clusters are linked to which cases. */
@Repository
class CaseClusterStore {

  static final String SHOWN =
      Members.WITH
          + """
          , shown as (
            select distinct on (l.cluster_id) l.* from reports.case_clusters l
            join members using (case_id)
            order by l.cluster_id, l.case_id <> :case, l.linked_at, l.case_id)
          """;

  private static final String PAGE =
      SHOWN
          + """
          select s.*, c.name, c.summary, c.stats ->> 'classification' as classification,
            (select count(*) from reports.cluster_reports r where r.cluster_id = c.cluster_id)
              as report_count
          from shown s join reports.clusters c on c.cluster_id = s.cluster_id
          where :after::timestamptz is null
            or (s.linked_at, s.cluster_id) > (:after::timestamptz, :key::text)
          order by s.linked_at, s.cluster_id limit :limit offset :offset
          """;

  private final JdbcClient jdbc;

  CaseClusterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the organization has such a cluster; it is not deleted before the transaction ends. */
  boolean exists(String cluster, OrganizationId organization) {
    return jdbc.sql(
            """
            select true from reports.clusters
            where cluster_id = ? and organization_id = ? for key share
            """)
        .params(cluster, organization.value())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Links a cluster, unless it is linked. */
  boolean add(CaseId id, String cluster, UserId by, Instant now) {
    return jdbc.sql(
                """
                insert into reports.case_clusters (case_id, cluster_id, linked_by, linked_at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(id.value(), cluster, by.value(), now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean remove(CaseId id, String cluster) {
    return jdbc.sql("delete from reports.case_clusters where case_id = ? and cluster_id = ?")
            .params(id.value(), cluster)
            .update()
        == 1;
  }

  /** How many the case has itself. */
  int countOf(CaseId id) {
    return jdbc.sql("select count(*) from reports.case_clusters where case_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  /** The case that has the cluster of those that show with this one. */
  Optional<CaseId> merged(CaseId id, String cluster) {
    return jdbc.sql(
            SHOWN + "select case_id from shown where cluster_id = :cluster and case_id <> :case")
        .param("case", id.value())
        .param("cluster", cluster)
        .query((row, _) -> CaseId.of(row.getString(1)))
        .optional();
  }

  List<CaseCluster> list(CaseId id, @Nullable Instant after, String key, int limit, int offset) {
    return jdbc.sql(PAGE)
        .param("case", id.value())
        .param("key", key)
        .param("limit", limit)
        .param("offset", offset)
        .param(
            "after",
            after == null ? null : after.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> cluster(id, row))
        .list();
  }

  long count(CaseId id) {
    return jdbc.sql(SHOWN + "select count(*) from shown")
        .param("case", id.value())
        .query(Long.class)
        .single();
  }

  private static CaseCluster cluster(CaseId id, ResultSet row) throws SQLException {
    CaseId of = CaseId.of(row.getString("case_id"));
    return new CaseCluster(
        row.getString("cluster_id"),
        row.getString("name"),
        row.getString("summary"),
        row.getString("classification"),
        row.getInt("report_count"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        row.getString("linked_by"),
        of.equals(id) ? null : of);
  }
}
