package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.reports.clusters.ScopeStats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Reads dossiers with all that is in them, for those who have asked whether that may be read. */
@Service
public class WholeDossiers {

  /** More than a case can have with those that show with it, unless they are many. */
  private static final int MOST = 10_000;

  /** So much of what was sent and no more: all of it is held in memory and answered. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final String CLUSTERS =
      CaseClusterStore.SHOWN
          + """
          , sized as (
            select s.cluster_id, s.linked_at,
              sum(coalesce(length(c.sent_analysis), 0) + coalesce(length(c.sent_stats), 0))
                over (order by s.linked_at desc, s.cluster_id desc) as sent
            from shown s join reports.clusters c on c.cluster_id = s.cluster_id)
          select c.cluster_id, c.source_type, c.scope ->> 'classification' as classification,
            c.scope -> 'area' as area, c.summary, c.created_by, c.created_at, c.refreshed_at,
            sized.linked_at, c.stats,
            case when sized.sent <= :bytes then c.sent_stats end as sent_stats,
            case when sized.sent <= :bytes then c.sent_analysis end as sent_analysis,
            (select count(*) from reports.cluster_reports r where r.cluster_id = c.cluster_id)
              as report_count
          from sized join reports.clusters c on c.cluster_id = sized.cluster_id
          order by sized.linked_at, c.cluster_id
          """;

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final DossierReads dossiers;
  private final LinkedReports reports;
  private final DossierAudit audit;

  WholeDossiers(JdbcClient jdbc, DossierReads dossiers, LinkedReports reports, DossierAudit audit) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
    this.reports = reports;
    this.audit = audit;
  }

  public Dossier dossier(CaseId id) {
    return dossiers.of(id);
  }

  /** In the order they were linked. */
  public List<LinkedReport> reports(CaseId id) {
    return reports.list(id, null, 0, MOST, 0);
  }

  /** In the order they were linked. */
  public List<KeptCluster> clusters(CaseId id) {
    return jdbc.sql(CLUSTERS)
        .param("case", id.value())
        .param("bytes", MOST_BYTES)
        .query((row, _) -> cluster(row))
        .list();
  }

  /** What was done, the oldest first. */
  public List<DossierAudit.Entry> audit(CaseId id) {
    return audit.of(id, 0, MOST, 0);
  }

  private static KeptCluster cluster(ResultSet row) throws SQLException {
    return new KeptCluster(
        row.getString("cluster_id"),
        row.getString("source_type"),
        row.getString("classification"),
        row.getString("area"),
        row.getInt("report_count"),
        row.getString("summary"),
        JSON.readValue(row.getString("stats"), ScopeStats.class),
        row.getString("sent_stats"),
        row.getString("sent_analysis"),
        row.getString("created_by"),
        instant(row, "created_at"),
        instant(row, "refreshed_at"),
        instant(row, "linked_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
