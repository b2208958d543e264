package com.faultmaven.identity.organizations;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who belongs to an organization, and as what. The user is locked first and the
 * organization second; what is decided rests on what is seen after that, so that of two who unmake
 * each other one finds that it may not.
 */
@Service
@Transactional
public class MemberCommands {

  private final OrganizationRows organizations;
  private final MemberRows members;
  private final People people;
  private final MembershipCache memberships;
  private final RoleFacts roles;
  private final Audit audit;
  private final ApplicationEventPublisher facts;

  MemberCommands(
      OrganizationRows organizations,
      MemberRows members,
      People people,
      MembershipCache memberships,
      RoleFacts roles,
      Audit audit,
      ApplicationEventPublisher facts) {
    this.organizations = organizations;
    this.members = members;
    this.people = people;
    this.memberships = memberships;
    this.roles = roles;
    this.audit = audit;
    this.facts = facts;
  }

  /** Adds a member. */
  public Member add(OrganizationId id, Wanted wanted, OrganizationRole role, Caller caller) {
    Optional<Person> found =
        switch (wanted) {
          case Wanted.ById byId -> people.lock(byId.id());
          case Wanted.ByName byName -> people.lockNamed(byName.username());
        };
    Organization organization = organizations.lock(id);
    UserId user = found.map(Person::id).orElse(new UserId(wanted.shown()));
    Situation situation = members.situation(id, user, caller);
    situation.requireSight(id);
    situation.requireDecisionAbout(role);
    Person person = found.orElseThrow(() -> UnknownUser.called(wanted.shown()));
    requireRoom(organization, situation, role, user);
    Member added = members.insert(id, person, role, caller.userId());
    record(AuditEvent.MEMBER_ADDED, id, user, caller, Map.of("role", role.word()));
    publishAssigned(added, null, caller);
    return added;
  }

  private static void requireRoom(
      Organization organization, Situation situation, OrganizationRole role, UserId user) {
    if (situation.theirs() != null) {
      throw MemberExists.as(user);
    }
    if (organization.isFull()) {
      throw LimitReached.ofMembers(Objects.requireNonNull(organization.maxMembers()));
    }
    situation.requireRoomForMembership();
    if (role == OrganizationRole.OWNER) {
      situation.requireRoomForOwned();
    }
  }

  /** Gives a member another role; the same changes nothing. */
  public Member changeRole(OrganizationId id, UserId user, OrganizationRole role, Caller caller) {
    Situation situation = locked(id, user, caller);
    OrganizationRole before = situation.theirs();
    situation.requireDecisionAbout(before);
    situation.requireDecisionAbout(role);
    if (before == null) {
      throw MemberNotFound.of(user);
    }
    if (role != before) {
      situation.requireAnotherOwner();
      if (role == OrganizationRole.OWNER) {
        situation.requireRoomForOwned();
      }
    }
    Member changed = members.change(id, user, role);
    if (role != before) {
      record(
          AuditEvent.ROLE_ASSIGNED,
          id,
          user,
          caller,
          Map.of("role", role.word(), "previous_role", before.word()));
      publishAssigned(changed, before, caller);
    }
    return changed;
  }

  /** Ends a membership: the caller's own, or another one that they may decide about. */
  public void remove(OrganizationId id, UserId user, Caller caller) {
    Situation situation = locked(id, user, caller);
    OrganizationRole before = situation.theirs();
    boolean leaves = caller.is(user);
    if (!leaves) {
      situation.requireDecisionAbout(before);
    }
    if (before == null) {
      throw MemberNotFound.of(user);
    }
    situation.requireAnotherOwner();
    members.delete(id, user);
    RoleChange.Reason reason = leaves ? RoleChange.Reason.LEFT : RoleChange.Reason.REMOVED;
    record(
        AuditEvent.MEMBER_REMOVED,
        id,
        user,
        caller,
        Map.of("role", before.word(), "reason", reason.word()));
    facts.publishEvent(new MembershipsEnded(user, List.of(id), caller.userId(), reason));
    roles.publish(
        List.of(
            new RoleChange.Removed(
                user, RoleScope.of(id), before.word(), caller.userId(), reason)));
    memberships.forgetAfterCommit(user, id);
  }

  private Situation locked(OrganizationId id, UserId user, Caller caller) {
    people.lock(user);
    organizations.lock(id);
    Situation situation = members.situation(id, user, caller);
    situation.requireSight(id);
    return situation;
  }

  private void publishAssigned(Member member, @Nullable OrganizationRole before, Caller caller) {
    UserId user = member.person().id();
    roles.publish(
        List.of(
            new RoleChange.Assigned(
                user,
                RoleScope.of(member.organization()),
                member.role().word(),
                before == null ? null : before.word(),
                caller.userId())));
    memberships.forgetAfterCommit(user, member.organization());
  }

  private void record(
      AuditEvent event,
      OrganizationId id,
      UserId user,
      Caller caller,
      Map<String, Object> details) {
    audit.record(
        event, caller.userId(), user, id.value(), "organization", id.value(), true, details);
  }
}
