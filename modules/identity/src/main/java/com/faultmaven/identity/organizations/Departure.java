package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a user who is being deleted, and is locked, out of all organizations. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Departure {

  private static final String OWN =
      """
      select m.organization_id, m.role, o.member_count, o.deleted_at is not null as deleted,
        exists (select from identity.members other
          where other.organization_id = m.organization_id and other.role = 'owner'
            and other.user_id <> m.user_id) as owned_by_others
      from identity.members m
        join identity.organizations o on o.organization_id = m.organization_id
      where m.user_id = ? order by m.organization_id
      """;

  private static final String END =
      """
      with gone as (delete from identity.members where user_id = ? returning organization_id)
      update identity.organizations o set member_count = o.member_count - 1
      from gone where o.organization_id = gone.organization_id
      """;

  private final OrganizationRows organizations;
  private final Deletion deletion;
  private final MembershipCache memberships;
  private final RoleFacts roles;
  private final ApplicationEventPublisher facts;
  private final JdbcClient jdbc;

  Departure(
      OrganizationRows organizations,
      Deletion deletion,
      MembershipCache memberships,
      RoleFacts roles,
      ApplicationEventPublisher facts,
      JdbcClient jdbc) {
    this.organizations = organizations;
    this.deletion = deletion;
    this.memberships = memberships;
    this.roles = roles;
    this.facts = facts;
    this.jdbc = jdbc;
  }

  private record Own(
      OrganizationId organization,
      OrganizationRole role,
      int members,
      boolean deleted,
      boolean ownedByOthers) {

    boolean isOrphanedWithout() {
      return role == OrganizationRole.OWNER && members > 1 && !ownedByOthers && !deleted;
    }

    boolean isEmptyWithout() {
      return members == 1 && !deleted;
    }
  }

  /**
   * Ends all memberships of a user, and with them organizations that have nobody else.
   *
   * @param by who decided it; null for nobody in particular
   * @param anyway also where others are left without an owner
   * @throws LastOwner unless so
   */
  public void leaveAll(UserId user, @Nullable UserId by, boolean anyway) {
    organizations.lockAllOf(user);
    List<Own> all = jdbc.sql(OWN).param(user.value()).query((row, _) -> own(row)).list();
    List<String> orphaned =
        all.stream().filter(Own::isOrphanedWithout).map(own -> own.organization().value()).toList();
    if (!anyway && !orphaned.isEmpty()) {
      throw LastOwner.of(orphaned);
    }
    if (!all.isEmpty()) {
      leave(user, all, by);
    }
  }

  private void leave(UserId user, List<Own> all, @Nullable UserId by) {
    RoleChange.Reason reason = RoleChange.Reason.USER_DELETED;
    List<OrganizationId> left = all.stream().map(Own::organization).toList();
    jdbc.sql(END).param(user.value()).update();
    facts.publishEvent(new MembershipsEnded(user, left, by, reason));
    roles.publish(
        all.stream()
            .map(
                own ->
                    new RoleChange.Removed(
                        user, RoleScope.of(own.organization()), own.role().word(), by, reason))
            .toList());
    all.stream()
        .filter(Own::isEmptyWithout)
        .forEach(own -> deletion.delete(own.organization(), by));
    left.forEach(organization -> memberships.forgetAfterCommit(user, organization));
  }

  private static Own own(ResultSet row) throws SQLException {
    return new Own(
        new OrganizationId(row.getString("organization_id")),
        MemberRows.role(row, "role"),
        row.getInt("member_count"),
        row.getBoolean("deleted"),
        row.getBoolean("owned_by_others"));
  }
}
