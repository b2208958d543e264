package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case shows with which. */
@Repository
public class MergeStore {

  private final JdbcClient jdbc;

  MergeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Asks for a case that shows by itself.
   *
   * @throws CaseMerged if it shows with another one
   */
  public void requireApart(CaseId id) {
    Optional.ofNullable(targets(List.of(id)).get(id))
        .ifPresent(
            target -> {
              throw CaseMerged.into(id, target);
            });
  }

  /** Where those of these cases show that do not show by themselves. */
  Map<CaseId, CaseId> targets(Collection<CaseId> ids) {
    return jdbc
        .sql(
            "select source_case_id, target_case_id from reports.merges where source_case_id = any(?)")
        .param(CaseId.values(ids))
        .query((row, _) -> Map.entry(CaseId.of(row.getString(1)), CaseId.of(row.getString(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The cases with which a case shows, one after the other. */
  Set<CaseId> above(CaseId id) {
    return jdbc.sql(
            """
            with recursive above (case_id) as (
              select m.target_case_id from reports.merges m where m.source_case_id = ?
              union
              select m.target_case_id from reports.merges m join above on m.source_case_id = above.case_id)
            select case_id from above
            """)
        .param(id.value())
        .query((row, _) -> CaseId.of(row.getString(1)))
        .set();
  }

  void add(List<CaseId> sources, CaseId target, @Nullable String reason, UserId by, Instant now) {
    jdbc.sql(
            """
            insert into reports.merges (source_case_id, target_case_id, reason, merged_by, merged_at)
            select unnest(:sources::text[]), :target, :reason, :by, :now
            """)
        .param("sources", CaseId.values(sources))
        .param("target", target.value())
        .param("reason", reason, Types.VARCHAR)
        .param("by", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  boolean remove(CaseId source, CaseId target) {
    return jdbc.sql("delete from reports.merges where source_case_id = ? and target_case_id = ?")
            .params(source.value(), target.value())
            .update()
        == 1;
  }
}
