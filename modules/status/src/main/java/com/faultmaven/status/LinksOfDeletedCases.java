package com.faultmaven.status;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseContents;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An incident is worked on in no case that is gone. */
@Component
class LinksOfDeletedCases implements CaseContents {

  private final JdbcClient jdbc;

  LinksOfDeletedCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int deleteSome(Collection<CaseId> ids, int most) {
    return jdbc.sql(
            """
            delete from status.incident_cases where (incident_id, case_id) in (
              select incident_id, case_id from status.incident_cases
              where case_id = any(?) limit ?)
            """)
        .params(CaseId.values(ids), most)
        .update();
  }
}
