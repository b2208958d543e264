package com.faultmaven.identity.audit;

import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded, the newest first; whoever asks has been let in before. */
@Component
public class AuditQueries {

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private static final String PAGE =
      """
      select audit_id, at, event_type, category, actor_id, subject_id, organization_id,
        resource_type, resource_id, success, host(ip) as ip, user_agent, correlation_id, details
      from identity.audit where %s = ? and audit_id < ?
      order by audit_id desc limit ? offset ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditQueries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What happened to a user. */
  public Page<AuditEntry> ofUser(UserId user, Paging paging) {
    return page("subject_id", user.value(), paging);
  }

  /** What happened in an organization. */
  public Page<AuditEntry> ofOrganization(String organization, Paging paging) {
    return page("organization_id", organization, paging);
  }

  private Page<AuditEntry> page(String column, String value, Paging paging) {
    CursorScope list = CursorScope.of("audit/a").with(column, value);
    String cursor = paging.cursor();
    long before =
        cursor == null
            ? Long.MAX_VALUE
            : Cursor.read(list, cursor, parts -> parts.number(0, Long.MAX_VALUE));
    List<AuditEntry> fetched =
        jdbc.sql(PAGE.formatted(column))
            .params(value, before, paging.limit() + 1, paging.offset())
            .query((row, _) -> entry(row))
            .list();
    return Page.of(
        fetched,
        paging,
        () ->
            jdbc.sql("select count(*) from identity.audit where %s = ?".formatted(column))
                .param(value)
                .query(Long.class)
                .single(),
        last -> Cursor.after(list, last.id()));
  }

  private AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("audit_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("event_type"),
        row.getString("category"),
        row.getString("actor_id"),
        row.getString("subject_id"),
        row.getString("organization_id"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        row.getBoolean("success"),
        row.getString("ip"),
        row.getString("user_agent"),
        row.getString("correlation_id"),
        json.readValue(row.getString("details"), DETAILS));
  }
}
