package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.Person;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.identity.roles.TeamRole;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which team; each change counts on the team in the same statement. */
@Component
class TeamMemberRows {

  private static final String SITUATION =
      """
      select %s, mine.role as own, in_team.role as own_in_team, m.role as member,
        theirs.role as theirs,
        (select count(*) from identity.team_members where user_id = :user) as memberships
      from identity.teams t
        left join identity.members mine
          on mine.organization_id = t.organization_id and mine.user_id = :caller
        left join identity.team_members in_team
          on in_team.team_id = t.team_id and in_team.user_id = :caller
        left join identity.members m
          on m.organization_id = t.organization_id and m.user_id = :user
        left join identity.team_members theirs
          on theirs.team_id = t.team_id and theirs.user_id = :user
      where t.team_id = :team and t.deleted_at is null
      """
          .formatted(TeamRows.COLUMNS);

  private static final String INSERT =
      """
      with counted as (
        update identity.teams set member_count = member_count + 1 where team_id = :team)
      insert into identity.team_members (team_id, user_id, role, joined_at)
      values (:team, :user, :role, :now)
      """;

  private static final String DELETE =
      """
      with counted as (
        update identity.teams set member_count = member_count - 1 where team_id = :team)
      delete from identity.team_members where team_id = :team and user_id = :user
      """;

  private static final String DELETE_ALL =
      """
      with gone as (
        delete from identity.team_members m using identity.teams t
        where t.team_id = m.team_id and m.user_id = :user
          and t.organization_id = any(:organizations)
        returning m.team_id, m.role),
      counted as (
        update identity.teams t set member_count = t.member_count - 1
        from gone where t.team_id = gone.team_id)
      select team_id, role from gone order by team_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TeamMemberRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A role that somebody had in a team. */
  record Ended(TeamId team, TeamRole role) {}

  /**
   * How things are; only after the locks is it so until the transaction ends.
   *
   * @throws TeamNotFound if there is no such team
   */
  TeamSituation situation(TeamId team, UserId user, Caller caller) {
    return jdbc.sql(SITUATION)
        .param("team", team.value())
        .param("caller", caller.userId().value())
        .param("user", user.value())
        .query((row, _) -> situation(row, caller))
        .optional()
        .orElseThrow(() -> TeamNotFound.of(team));
  }

  /** In how many teams a user is. */
  int memberships(UserId user) {
    return jdbc.sql("select count(*) from identity.team_members where user_id = ?")
        .param(user.value())
        .query(Integer.class)
        .single();
  }

  TeamMember insert(TeamId team, Person person, TeamRole role) {
    Instant now = clock.instant();
    jdbc.sql(INSERT)
        .param("team", team.value())
        .param("user", person.id().value())
        .param("role", role.word())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return new TeamMember(person, role, now);
  }

  void delete(TeamId team, UserId user) {
    jdbc.sql(DELETE).param("team", team.value()).param("user", user.value()).update();
  }

  /** Takes a user out of all teams of organizations, those that are being deleted too. */
  List<Ended> deleteAll(UserId user, List<OrganizationId> organizations) {
    return jdbc.sql(DELETE_ALL)
        .param("user", user.value())
        .param(
            "organizations",
            organizations.stream().map(OrganizationId::value).toArray(String[]::new))
        .query((row, _) -> new Ended(new TeamId(row.getString("team_id")), role(row)))
        .list();
  }

  static TeamMember member(ResultSet row) throws SQLException {
    return new TeamMember(
        Person.of(row), role(row), row.getObject("joined_at", OffsetDateTime.class).toInstant());
  }

  private static TeamRole role(ResultSet row) throws SQLException {
    return Objects.requireNonNull(TeamRole.of(row.getString("role")));
  }

  private static TeamSituation situation(ResultSet row, Caller caller) throws SQLException {
    return new TeamSituation(
        TeamRows.team(row),
        Standing.of(caller, row.getString("own"), row.getString("own_in_team")),
        OrganizationRole.of(row.getString("member")),
        TeamRole.of(row.getString("theirs")),
        row.getInt("memberships"));
  }
}
