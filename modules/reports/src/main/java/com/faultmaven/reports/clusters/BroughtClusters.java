package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.areas.Area;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps clusters whose clients say themselves what they found. That is kept as it was sent, beside
 * what is computed here of the reports they name.
 */
@Service
public class BroughtClusters {

  private final ClusterStore store;
  private final JdbcClient jdbc;
  private final RandomGenerator random;
  private final Clock clock;

  BroughtClusters(ClusterStore store, JdbcClient jdbc, RandomGenerator random, Clock clock) {
    this.store = store;
    this.jdbc = jdbc;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What a client says of a cluster.
   *
   * @param sourceType where it looked, at most 64 characters
   * @param summary at most 4,000 characters
   * @param stats JSON, or null
   * @param analysis JSON, or null
   * @param area null for the reports alone
   * @param reports those it is of
   */
  public record Brought(
      String sourceType,
      @Nullable String summary,
      @Nullable String stats,
      @Nullable String analysis,
      String classification,
      @Nullable Area area,
      List<ReportId> reports) {

    public Brought {
      reports = List.copyOf(reports);
    }
  }

  /**
   * Keeps a cluster.
   *
   * @param found what is computed of its reports
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ClusterId keep(Brought brought, ScopeAnalysis found, Caller caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Cluster cluster =
        new Cluster(
            ClusterId.random(random),
            null,
            brought.summary(),
            question(brought),
            found.stats(),
            found.hypotheses(),
            brought.reports(),
            caller.userId(),
            now,
            now,
            new EntityVersion(1));
    store.insert(cluster, Reader.of(caller));
    jdbc.sql(
            """
            update reports.clusters set source_type = :source, sent_stats = :stats,
              sent_analysis = :analysis
            where cluster_id = :id
            """)
        .param("id", cluster.id().value())
        .param("source", brought.sourceType())
        .param("stats", brought.stats(), Types.VARCHAR)
        .param("analysis", brought.analysis(), Types.VARCHAR)
        .update();
    return cluster.id();
  }

  private static Question question(Brought brought) {
    Area area = brought.area();
    Scope scope = area == null ? new Scope.Among(brought.reports()) : new Scope.Within(area);
    int limit = area == null ? Math.max(1, brought.reports().size()) : Question.USUAL;
    return new Question(scope, brought.classification(), limit, null, null);
  }
}
