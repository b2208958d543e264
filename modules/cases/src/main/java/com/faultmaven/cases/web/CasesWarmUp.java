package com.faultmaven.cases.web;

import com.faultmaven.cases.CaseNotFound;
import com.faultmaven.contracts.cases.v2.api.CasesApi;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.WarmUp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the newest cases, as their owners do. */
@Component
class CasesWarmUp implements WarmUp {

  private static final String NEWEST =
      """
      select case_id, owner_id, organization_id
      from cases.cases
      order by case_id desc
      limit 20
      """;

  private record Owned(String caseId, Caller owner) {}

  private final JdbcClient jdbc;
  private final CasesApi cases;
  private final JsonMapper json;

  CasesWarmUp(JdbcClient jdbc, CasesApi cases, JsonMapper json) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.json = json;
  }

  @Override
  public void once() {
    jdbc.sql(NEWEST)
        .query((row, _) -> owned(row))
        .list()
        .forEach(each -> each.owner().run(() -> read(each.caseId())));
  }

  private static Owned owned(ResultSet row) throws SQLException {
    return new Owned(
        row.getString("case_id"),
        new Caller(
            new UserId(row.getString("owner_id")),
            new OrganizationId(row.getString("organization_id")),
            null,
            Set.of()));
  }

  private void read(String id) {
    try {
      json.writeValueAsBytes(cases.getCase(id).getBody());
    } catch (CaseNotFound e) {
      // deleted since the newest were looked for
      return;
    }
  }
}
