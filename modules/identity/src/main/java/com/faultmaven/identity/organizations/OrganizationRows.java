package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored organizations. Whoever changes one, its members, its teams or who is in these has
 * locked its row. One that was deleted is there until nothing of it is left, and seen by nobody.
 */
@Component
class OrganizationRows {

  static final String COLUMNS =
      """
      o.organization_id, o.version, o.slug, o.name, o.description, o.plan_tier, o.max_members,
      o.member_count, o.settings, o.created_at, o.updated_at
      """;

  private static final String INSERT =
      """
      with created as (
        insert into identity.organizations (organization_id, slug, name, description, plan_tier,
          max_members, member_count, created_by, facts, created_at, updated_at)
        values (:id, :slug, :name, :description, :plan, :most, 1, :owner, 1, :now, :now)
        on conflict (slug) do nothing returning organization_id)
      insert into identity.members (organization_id, user_id, role, added_by, joined_at, updated_at)
      select organization_id, :owner, 'owner', :owner, :now, :now from created
      """;

  private static final String UPDATE =
      """
      update identity.organizations set version = version + 1, facts = facts + 1, name = :name,
        description = :description, plan_tier = :plan, max_members = :most,
        settings = :settings::jsonb, updated_at = :now
      where organization_id = :id returning facts
      """;

  /** The slug gives way to what no slug can be. */
  private static final String DELETE =
      """
      update identity.organizations set deleted_at = :now, slug = organization_id,
        facts = facts + 1
      where organization_id = :id returning facts
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  OrganizationRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Locks an organization until the transaction ends.
   *
   * @throws OrganizationNotFound if there is none
   */
  Organization lock(OrganizationId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from identity.organizations o
                where o.organization_id = ? and o.deleted_at is null for no key update
                """)
        .param(id.value())
        .query((row, _) -> organization(row))
        .optional()
        .orElseThrow(() -> OrganizationNotFound.of(id));
  }

  /** Locks those a user belongs to, those that are being deleted too, in the order of their ids. */
  void lockAllOf(UserId user) {
    jdbc.sql(
            """
            select o.organization_id from identity.organizations o
              join identity.members m on m.organization_id = o.organization_id
            where m.user_id = ? order by o.organization_id for no key update of o
            """)
        .param(user.value())
        .query(String.class)
        .list();
  }

  /**
   * Stores a new organization with its owner.
   *
   * @throws SlugTaken if another one has its slug
   */
  void insert(OrganizationId id, NewOrganization wanted, UserId owner, Instant now) {
    int stored =
        jdbc.sql(INSERT)
            .param("id", id.value())
            .param("slug", wanted.slug())
            .param("name", wanted.name())
            .param("description", wanted.description())
            .param("plan", wanted.plan().word())
            .param("most", wanted.plan().members())
            .param("owner", owner.value())
            .param("now", at(now))
            .update();
    if (stored == 0) {
      throw new SlugTaken(wanted.slug());
    }
  }

  /** Stores what has changed, as another version; gives the number of the fact. */
  long update(Organization changed) {
    return jdbc.sql(UPDATE)
        .param("id", changed.id().value())
        .param("name", changed.name())
        .param("description", changed.description())
        .param("plan", changed.plan().word())
        .param("most", changed.maxMembers())
        .param("settings", changed.settings().json())
        .param("now", at(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** Takes one from everybody's sight; gives the number of the fact. */
  long delete(OrganizationId id) {
    return jdbc.sql(DELETE)
        .param("id", id.value())
        .param("now", at(clock.instant()))
        .query(Long.class)
        .single();
  }

  static Organization organization(ResultSet row) throws SQLException {
    return new Organization(
        new OrganizationId(row.getString("organization_id")),
        new EntityVersion(row.getLong("version")),
        row.getString("slug"),
        row.getString("name"),
        row.getString("description"),
        PlanTier.of(row.getString("plan_tier")),
        row.getObject("max_members", Integer.class),
        row.getInt("member_count"),
        new Settings(row.getString("settings")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
