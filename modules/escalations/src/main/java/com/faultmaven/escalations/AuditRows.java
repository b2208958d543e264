package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about the letters of cases: ids and numbers, no addresses and no texts. */
@Repository
class AuditRows {

  private final JdbcClient jdbc;

  AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      CaseId id, String type, @Nullable UserId actor, Map<String, Object> payload, Instant at) {
    jdbc.sql(
            """
            insert into escalations.audit (case_id, type, actor_id, payload, at)
            values (:case, :type, :actor, :payload::jsonb, :at)
            """)
        .param("case", id.value())
        .param("type", type)
        .param("actor", actor == null ? null : actor.value(), Types.VARCHAR)
        .param("payload", json(payload))
        .param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  @SuppressWarnings("NullAway") // what is never null is as good as what may be
  private static String json(Map<String, Object> payload) {
    return Metadata.of(payload).json();
  }

  /** The oldest first, after a number. */
  List<AuditEvent> page(CaseId id, long after, int most, int skip) {
    return jdbc.sql(
            """
            select number, type, actor_id, payload, at from escalations.audit
            where case_id = ? and number > ? order by number limit ? offset ?
            """)
        .params(id.value(), after, most, skip)
        .query(
            (row, _) ->
                new AuditEvent(
                    row.getLong("number"),
                    row.getString("type"),
                    row.getString("actor_id"),
                    Metadata.stored(row.getString("payload")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  long count(CaseId id) {
    return jdbc.sql("select count(*) from escalations.audit where case_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }
}
