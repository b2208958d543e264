package com.faultmaven.cases;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A case that the transaction has locked for what another module changes of its own, as the case
 * stands. Its version is not raised.
 *
 * @param fact the number of the first of the facts it was locked for: the {@code aggregate_version}
 *     of its event
 * @param resolvedAt null unless it is resolved, or was when it was closed
 */
public record ClaimedCase(
    CaseId id,
    UserId owner,
    OrganizationId organization,
    CaseStatus status,
    boolean archived,
    @Nullable Instant resolvedAt,
    Instant updatedAt,
    long fact) {

  /** The same, with another of the facts it was locked for as the first. */
  public ClaimedCase from(int place) {
    return new ClaimedCase(
        id, owner, organization, status, archived, resolvedAt, updatedAt, fact + place);
  }

  /** What is returned of {@code c}; takes a user, who has no role if it is the owner. */
  static final String COLUMNS =
      """
      c.case_id, c.owner_id, c.organization_id, c.status, c.archived_at is not null as archived,
      c.resolved_at, c.updated_at, c.facts,
      (select p.role from cases.participants p
       where p.case_id = c.case_id and p.user_id = ? and p.user_id <> c.owner_id) as role
      """;

  /** Reads a case of which so many facts were numbered. */
  static ClaimedCase of(ResultSet row, int facts) throws SQLException {
    CaseId id = new CaseId(row.getString("case_id"));
    String participant = row.getString("role");
    if (participant != null) {
      CaseRows.constant(CaseRole.class, participant).requireWriter(id);
    }
    OffsetDateTime resolved = row.getObject("resolved_at", OffsetDateTime.class);
    return new ClaimedCase(
        id,
        new UserId(row.getString("owner_id")),
        new OrganizationId(row.getString("organization_id")),
        CaseRows.constant(CaseStatus.class, row.getString("status")),
        row.getBoolean("archived"),
        resolved == null ? null : resolved.toInstant(),
        CaseRows.instant(row, "updated_at"),
        row.getLong("facts") - facts + 1);
  }
}
