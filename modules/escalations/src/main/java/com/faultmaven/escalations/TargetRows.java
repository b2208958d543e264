package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Targets as they are stored. Whoever writes one has locked its case. */
@Repository
class TargetRows {

  private static final String COLUMNS =
      """
      target_id, number, case_id, role_type, organization, display_name, email, phone, source, confidence,
      rationale, created_at, version
      """;

  private final JdbcClient jdbc;

  TargetRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those of whom it is most certain first.
   *
   * @param ids the case, then those that show with it: as many of theirs as there is room for
   */
  List<Target> of(List<CaseId> ids) {
    return jdbc.sql(
            """
            select %1$s from (
              select %1$s from escalations.targets where case_id = any(:cases)
              order by case_id <> :case, confidence desc, created_at, target_id limit :most) t
            order by confidence desc, created_at, target_id
            """
                .formatted(COLUMNS))
        .param("cases", CaseId.values(ids))
        .param("case", ids.getFirst().value())
        .param("most", Targets.MOST)
        .query(TargetRows::target)
        .list();
  }

  Optional<Target> find(List<CaseId> ids, TargetId target) {
    return jdbc.sql(
            "select %s from escalations.targets where target_id = ? and case_id = any(?)"
                .formatted(COLUMNS))
        .params(target.value(), CaseId.values(ids))
        .query(TargetRows::target)
        .optional();
  }

  Target insert(TargetId target, CaseId id, TargetDetails details, Instant now) {
    return described(
            jdbc.sql(
                    """
                    insert into escalations.targets (target_id, case_id, role_type, organization,
                      display_name, email, phone, source, confidence, rationale, created_at, version)
                    values (:target, :case, :role, :organization, :name, :email, :phone, :source,
                      :confidence, :rationale, :now, 1)
                    returning %s
                    """
                        .formatted(COLUMNS))
                .param("case", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE),
            target,
            details)
        .query(TargetRows::target)
        .single();
  }

  Target update(TargetId target, TargetDetails details) {
    return described(
            jdbc.sql(
                """
                update escalations.targets set role_type = :role, organization = :organization,
                  display_name = :name, email = :email, phone = :phone, source = :source,
                  confidence = :confidence, rationale = :rationale, version = version + 1
                where target_id = :target
                returning %s
                """
                    .formatted(COLUMNS)),
            target,
            details)
        .query(TargetRows::target)
        .single();
  }

  void delete(TargetId target) {
    jdbc.sql("delete from escalations.targets where target_id = ?").param(target.value()).update();
  }

  private static StatementSpec described(
      StatementSpec sql, TargetId target, TargetDetails details) {
    return sql.param("target", target.value())
        .param("role", details.roleType())
        .param("organization", details.organization(), Types.VARCHAR)
        .param("name", details.displayName(), Types.VARCHAR)
        .param("email", details.email(), Types.VARCHAR)
        .param("phone", details.phone(), Types.VARCHAR)
        .param("source", details.source())
        .param("confidence", details.confidence())
        .param("rationale", details.rationale(), Types.VARCHAR);
  }

  private static Target target(ResultSet row, int index) throws SQLException {
    return new Target(
        new TargetId(row.getString("target_id")),
        row.getLong("number"),
        CaseId.of(row.getString("case_id")),
        new TargetDetails(
            row.getString("role_type"),
            row.getString("organization"),
            row.getString("display_name"),
            row.getString("email"),
            row.getString("phone"),
            row.getString("source"),
            row.getDouble("confidence"),
            row.getString("rationale")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new EntityVersion(row.getLong("version")));
  }
}
