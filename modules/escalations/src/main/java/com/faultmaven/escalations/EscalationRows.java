package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters as they are stored, without their mails. Whoever writes one has locked its case. */
@Repository
class EscalationRows {

  private static final String COLUMNS =
      "escalation_id, number, case_id, subject, body, requested_by, requested_at, completed_at,"
          + " version";

  private final JdbcClient jdbc;

  EscalationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      EscalationId escalation,
      CaseId id,
      OrganizationId organization,
      Letter letter,
      UserId by,
      Instant now) {
    jdbc.sql(
            """
            insert into escalations.escalations (escalation_id, case_id, organization_id, subject,
              body, requested_by, requested_at, version)
            values (?, ?, ?, ?, ?, ?, ?, 1)
            """)
        .params(
            escalation.value(),
            id.value(),
            organization.value(),
            letter.subject(),
            letter.body(),
            by.value(),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Escalation> find(CaseId id, EscalationId escalation) {
    return jdbc.sql(
            "select %s from escalations.escalations where escalation_id = ? and case_id = ?"
                .formatted(COLUMNS))
        .params(escalation.value(), id.value())
        .query(EscalationRows::escalation)
        .optional();
  }

  /** The latest first, before a number. */
  List<Escalation> page(CaseId id, long before, int most, int skip) {
    return jdbc.sql(
            """
            select %s from escalations.escalations where case_id = ? and number < ?
            order by number desc limit ? offset ?
            """
                .formatted(COLUMNS))
        .params(id.value(), before, most, skip)
        .query(EscalationRows::escalation)
        .list();
  }

  long count(CaseId id) {
    return jdbc.sql("select count(*) from escalations.escalations where case_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  /**
   * Counts that something else is known of a letter.
   *
   * @param completedAt null while mails of it wait or are on their way out; else it stays what it
   *     is
   */
  void change(EscalationId escalation, @Nullable Instant completedAt) {
    jdbc.sql(
            """
            update escalations.escalations set version = version + 1,
              completed_at = case when :at::timestamptz is null then null
                else coalesce(completed_at, :at) end
            where escalation_id = :id
            """)
        .param("id", escalation.value())
        .param(
            "at",
            completedAt == null ? null : completedAt.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static Escalation escalation(ResultSet row, int number) throws SQLException {
    OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
    return new Escalation(
        new EscalationId(row.getString("escalation_id")),
        row.getLong("number"),
        CaseId.of(row.getString("case_id")),
        new Letter(row.getString("subject"), row.getString("body")),
        row.getString("requested_by"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        completed == null ? null : completed.toInstant(),
        List.of(),
        new EntityVersion(row.getLong("version")));
  }
}
