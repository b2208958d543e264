package com.faultmaven.identity.teams;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored teams. Whoever changes one or who is in it has locked its organization. One that was
 * deleted is there until nobody is left in it, and seen by nobody.
 */
@Component
class TeamRows {

  static final String COLUMNS =
      """
      t.team_id, t.organization_id, t.version, t.name, t.description, t.member_count,
      t.created_at, t.updated_at
      """;

  private static final String LOCK =
      """
      select o.organization_id from identity.organizations o
      where o.deleted_at is null and o.organization_id = (
        select t.organization_id from identity.teams t where t.team_id = ? and t.deleted_at is null)
      for no key update
      """;

  private static final String INSERT =
      """
      insert into identity.teams (team_id, organization_id, name, name_key, description, created_by,
        facts, created_at, updated_at)
      values (:id, :organization, :name, :key, :description, :by, 1, :now, :now)
      on conflict (organization_id, name_key) do nothing
      """;

  private static final String UPDATE =
      """
      update identity.teams set version = version + 1, name = :name, name_key = :key,
        description = :description, updated_at = :now
      where team_id = :id
      """;

  /** The name gives way to what no name can be. */
  private static final String DELETE =
      """
      update identity.teams set deleted_at = :now, name_key = ' ' || team_id, facts = facts + 1
      where %s = :id and deleted_at is null returning team_id, organization_id, facts
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TeamRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A team that was deleted, with the number of that fact. */
  record Deleted(TeamId team, OrganizationId organization, long fact) {}

  /**
   * Locks the organization of a team until the transaction ends.
   *
   * @throws TeamNotFound if there is no such team
   */
  void lockOrganizationOf(TeamId id) {
    if (jdbc.sql(LOCK).param(id.value()).query(String.class).list().isEmpty()) {
      throw TeamNotFound.of(id);
    }
  }

  int count(OrganizationId organization) {
    return jdbc.sql(
            "select count(*) from identity.teams where organization_id = ? and deleted_at is null")
        .param(organization.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Stores a new team without members.
   *
   * @throws NameTaken if another one of the organization has the name
   */
  void insert(
      TeamId id,
      OrganizationId organization,
      TeamName name,
      @Nullable String description,
      UserId by,
      Instant now) {
    int stored =
        jdbc.sql(INSERT)
            .param("id", id.value())
            .param("organization", organization.value())
            .param("name", name.value())
            .param("key", name.key())
            .param("description", description)
            .param("by", by.value())
            .param("now", at(now))
            .update();
    if (stored == 0) {
      throw new NameTaken();
    }
  }

  /**
   * Stores what has changed, as another version.
   *
   * @throws NameTaken if another one of the organization has the name
   */
  void update(TeamId id, TeamName name, @Nullable String description) {
    try {
      jdbc.sql(UPDATE)
          .param("id", id.value())
          .param("name", name.value())
          .param("key", name.key())
          .param("description", description)
          .param("now", at(clock.instant()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new NameTaken();
    }
  }

  /** Takes a team from everybody's sight. */
  List<Deleted> delete(TeamId id) {
    return delete("team_id", id.value());
  }

  /** Takes all teams of an organization from everybody's sight. */
  List<Deleted> deleteAllOf(OrganizationId organization) {
    return delete("organization_id", organization.value());
  }

  private List<Deleted> delete(String column, String value) {
    return jdbc.sql(DELETE.formatted(column))
        .param("id", value)
        .param("now", at(clock.instant()))
        .query(
            (row, _) ->
                new Deleted(
                    new TeamId(row.getString("team_id")),
                    new OrganizationId(row.getString("organization_id")),
                    row.getLong("facts")))
        .list();
  }

  static Team team(ResultSet row) throws SQLException {
    return new Team(
        new TeamId(row.getString("team_id")),
        new OrganizationId(row.getString("organization_id")),
        new EntityVersion(row.getLong("version")),
        row.getString("name"),
        row.getString("description"),
        row.getInt("member_count"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
