package com.faultmaven.identity.teams;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.organizations.MemberNotFound;
import com.faultmaven.identity.organizations.MembershipsEnded;
import com.faultmaven.identity.organizations.People;
import com.faultmaven.identity.organizations.Person;
import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.identity.roles.TeamRole;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who is in a team; the user is locked first, and then the organization. */
@Service
@Transactional
public class TeamMemberCommands {

  private final TeamRows teams;
  private final TeamMemberRows members;
  private final People people;
  private final RoleFacts roles;
  private final Audit audit;

  TeamMemberCommands(
      TeamRows teams, TeamMemberRows members, People people, RoleFacts roles, Audit audit) {
    this.teams = teams;
    this.members = members;
    this.people = people;
    this.roles = roles;
    this.audit = audit;
  }

  /** Puts a member of the organization into a team. */
  public TeamMember add(TeamId id, UserId user, TeamRole role, Caller caller) {
    Optional<Person> person = people.lock(user);
    teams.lockOrganizationOf(id);
    TeamSituation situation = members.situation(id, user, caller);
    situation.require(Act.CHANGE_TEAM_MEMBERS);
    situation.requireRoomFor(user);
    TeamMember added = members.insert(id, person.orElseThrow(() -> MemberNotFound.of(user)), role);
    record(
        AuditEvent.TEAM_MEMBER_ADDED, situation.team(), user, caller, Map.of("role", role.word()));
    roles.publish(
        List.of(
            new RoleChange.Assigned(
                user, RoleScope.ofTeam(id.value()), role.word(), null, caller.userId())));
    return added;
  }

  /** Takes somebody out of a team: the caller, or whoever they may decide about. */
  public void remove(TeamId id, UserId user, Caller caller) {
    people.lock(user);
    teams.lockOrganizationOf(id);
    TeamSituation situation = members.situation(id, user, caller);
    situation.requireSight();
    boolean leaves = caller.is(user);
    if (!leaves) {
      situation.require(Act.CHANGE_TEAM_MEMBERS);
    }
    TeamRole before = situation.theirs();
    if (before == null) {
      throw MemberNotFound.of(user);
    }
    members.delete(id, user);
    RoleChange.Reason reason = leaves ? RoleChange.Reason.LEFT : RoleChange.Reason.REMOVED;
    record(
        AuditEvent.TEAM_MEMBER_REMOVED,
        situation.team(),
        user,
        caller,
        Map.of("role", before.word(), "reason", reason.word()));
    roles.publish(
        List.of(
            new RoleChange.Removed(
                user, RoleScope.ofTeam(id.value()), before.word(), caller.userId(), reason)));
  }

  /** Who is no member of an organization is in none of its teams. */
  void leave(MembershipsEnded ended) {
    roles.publish(
        members.deleteAll(ended.user(), ended.organizations()).stream()
            .map(
                gone ->
                    new RoleChange.Removed(
                        ended.user(),
                        RoleScope.ofTeam(gone.team().value()),
                        gone.role().word(),
                        ended.by(),
                        ended.reason()))
            .toList());
  }

  private void record(
      AuditEvent event, Team team, UserId user, Caller caller, Map<String, Object> details) {
    audit.record(
        event,
        caller.userId(),
        user,
        team.organization().value(),
        "team",
        team.id().value(),
        true,
        details);
  }
}
