package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was done to dossiers, in the transaction that did it. */
@Repository
public class DossierAudit {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DossierAudit(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Something that was done.
   *
   * @param details JSON
   */
  public record Entry(
      long number,
      CaseId caseId,
      String type,
      @Nullable String actor,
      Instant at,
      String details) {}

  public void add(CaseId id, String type, UserId actor, Instant at, Map<String, ?> details) {
    addAll(List.of(id), type, actor, at, details);
  }

  /** The same of several cases. */
  void addAll(List<CaseId> ids, String type, UserId actor, Instant at, Map<String, ?> details) {
    jdbc.sql(
            """
            insert into reports.audit (case_id, type, actor_id, at, details)
            select unnest(?::text[]), ?, ?, ?, ?::jsonb
            """)
        .params(
            CaseId.values(ids),
            type,
            actor.value(),
            at.atOffset(ZoneOffset.UTC),
            json.writeValueAsString(details))
        .update();
  }

  /** The oldest first, after an entry. */
  List<Entry> of(CaseId id, long after, int limit, int offset) {
    return jdbc.sql(
            """
            select entry, type, actor_id, at, details from reports.audit
            where case_id = ? and entry > ? order by entry limit ? offset ?
            """)
        .params(id.value(), after, limit, offset)
        .query(
            (row, _) ->
                new Entry(
                    row.getLong("entry"),
                    id,
                    row.getString("type"),
                    row.getString("actor_id"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("details")))
        .list();
  }

  long count(CaseId id) {
    return jdbc.sql("select count(*) from reports.audit where case_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }
}
