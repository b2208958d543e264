package com.faultmaven.cases.deletion;

import com.faultmaven.cases.CaseId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this module keeps of a case beside its row: history, audit and what searches look through.
 */
@Component
class CaseRecords implements CaseContents {

  /** Each takes the cases, and how many rows. */
  private static final List<String> DELETE =
      List.of(
          """
          delete from cases.status_changes where (case_id, sequence) in (
            select case_id, sequence from cases.status_changes where case_id = any(?) limit ?)
          """,
          """
          delete from cases.participant_audit where entry in (
            select entry from cases.participant_audit where case_id = any(?) limit ?)
          """,
          """
          delete from cases.search_documents where (case_id, turn) in (
            select case_id, turn from cases.search_documents where case_id = any(?) limit ?)
          """);

  private final JdbcClient jdbc;

  CaseRecords(JdbcClient jdbc) {
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
}
