package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored memberships; each change counts on the organization in the same statement. */
@Component
class MemberRows {

  private static final String SITUATION =
      """
      select
        (select role from identity.members
          where organization_id = :organization and user_id = :caller) as own,
        (select role from identity.members
          where organization_id = :organization and user_id = :user) as theirs,
        exists (select from identity.members where organization_id = :organization
          and role = 'owner' and user_id <> :user) as owned_by_others,
        count(*) as memberships, count(*) filter (where role = 'owner') as owned
      from identity.members where user_id = :user
      """;

  private static final String INSERT =
      """
      with counted as (
        update identity.organizations set member_count = member_count + 1
        where organization_id = :organization)
      insert into identity.members (organization_id, user_id, role, added_by, joined_at, updated_at)
      values (:organization, :user, :role, :by, :now, :now)
      """;

  private static final String CHANGE =
      """
      update identity.members m set role = :role, updated_at = :now
      from identity.users u
      where m.organization_id = :organization and m.user_id = :user and u.user_id = m.user_id
      returning m.organization_id, m.role, m.joined_at, u.user_id, u.username, u.display_name
      """;

  private static final String DELETE =
      """
      with counted as (
        update identity.organizations set member_count = member_count - 1
        where organization_id = :organization)
      delete from identity.members where organization_id = :organization and user_id = :user
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  MemberRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How things are; only after the locks is it so until the transaction ends. */
  Situation situation(OrganizationId organization, UserId user, Caller caller) {
    return jdbc.sql(SITUATION)
        .param("organization", organization.value())
        .param("caller", caller.userId().value())
        .param("user", user.value())
        .query((row, _) -> situation(row, caller))
        .single();
  }

  Member insert(OrganizationId organization, Person person, OrganizationRole role, UserId by) {
    Instant now = clock.instant();
    jdbc.sql(INSERT)
        .param("organization", organization.value())
        .param("user", person.id().value())
        .param("role", role.word())
        .param("by", by.value())
        .param("now", at(now))
        .update();
    return new Member(person, organization, role, now);
  }

  Member change(OrganizationId organization, UserId user, OrganizationRole role) {
    return jdbc.sql(CHANGE)
        .param("organization", organization.value())
        .param("user", user.value())
        .param("role", role.word())
        .param("now", at(clock.instant()))
        .query((row, _) -> member(row))
        .single();
  }

  void delete(OrganizationId organization, UserId user) {
    jdbc.sql(DELETE)
        .param("organization", organization.value())
        .param("user", user.value())
        .update();
  }

  static Member member(ResultSet row) throws SQLException {
    return new Member(
        Person.of(row),
        new OrganizationId(row.getString("organization_id")),
        role(row, "role"),
        row.getObject("joined_at", OffsetDateTime.class).toInstant());
  }

  static OrganizationRole role(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(OrganizationRole.of(row.getString(column)));
  }

  private static Situation situation(ResultSet row, Caller caller) throws SQLException {
    return new Situation(
        Standing.of(caller, row.getString("own"), null),
        OrganizationRole.of(row.getString("theirs")),
        row.getBoolean("owned_by_others"),
        row.getInt("memberships"),
        row.getInt("owned"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
