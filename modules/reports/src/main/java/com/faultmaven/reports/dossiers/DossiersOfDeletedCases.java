package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseContents;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of a case that is gone reports say nothing; what showed with it shows by itself. */
@Component
class DossiersOfDeletedCases implements CaseContents {

  /** Each takes the ids, and how many rows. */
  private static final List<String> DELETE =
      List.of(
          delete("merges", "source_case_id", "source_case_id"),
          delete("merges", "target_case_id", "source_case_id"),
          delete("matches", "case_id", "match_id"),
          delete("links", "case_id", "case_id, seq"),
          delete("case_clusters", "case_id", "case_id, cluster_id"),
          delete("dossiers", "case_id", "case_id"),
          delete("audit", "case_id", "entry"));

  private final JdbcClient jdbc;

  DossiersOfDeletedCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int deleteSome(Collection<CaseId> ids, int most) {
    int deleted = 0;
    for (String delete : DELETE) {
      if (deleted < most) {
        deleted += jdbc.sql(delete).params(CaseId.values(ids), most - deleted).update();
      }
    }
    return deleted;
  }

  private static String delete(String table, String column, String key) {
    return """
        delete from reports.%1$s where (%3$s) in (
          select %3$s from reports.%1$s where %2$s = any(?) limit ?)
        """
        .formatted(table, column, key);
  }
}
