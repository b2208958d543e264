package com.faultmaven.identity.teams;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.organizations.OrganizationLocks;
import com.faultmaven.identity.organizations.People;
import com.faultmaven.identity.organizations.Person;
import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.identity.roles.TeamRole;
import com.faultmaven.identity.teams.TeamFact.TeamCreated;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and deletes teams. */
@Service
@Transactional
public class TeamCommands {

  private static final int MOST_OF_AN_ORGANIZATION = 100;

  private final TeamRows teams;
  private final TeamMemberRows members;
  private final OrganizationLocks organizations;
  private final People people;
  private final TeamDeletion deletion;
  private final RoleFacts roles;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final RandomGenerator random;
  private final Clock clock;

  TeamCommands(
      TeamRows teams,
      TeamMemberRows members,
      OrganizationLocks organizations,
      People people,
      TeamDeletion deletion,
      RoleFacts roles,
      Audit audit,
      ApplicationEventPublisher facts,
      RandomGenerator random,
      Clock clock) {
    this.teams = teams;
    this.members = members;
    this.organizations = organizations;
    this.people = people;
    this.deletion = deletion;
    this.roles = roles;
    this.audit = audit;
    this.facts = facts;
    this.random = random;
    this.clock = clock;
  }

  /** Creates a team, which the caller leads if they are a member of the organization. */
  public TeamId create(
      OrganizationId organization, TeamName name, @Nullable String description, Caller caller) {
    Optional<Person> founder = people.lock(caller.userId());
    Standing standing = organizations.lock(organization, caller);
    standing.require(Act.CREATE_TEAM);
    if (teams.count(organization) >= MOST_OF_AN_ORGANIZATION) {
      throw TooMany.teams(MOST_OF_AN_ORGANIZATION);
    }
    TeamId id = TeamId.random(random);
    Instant now = clock.instant();
    teams.insert(id, organization, name, description, caller.userId(), now);
    record(AuditEvent.TEAM_CREATED, id, organization, caller, Map.of());
    facts.publishEvent(new TeamCreated(id, organization, name.value(), caller.userId(), 1, now));
    founder.filter(_ -> standing.role() != null).ifPresent(person -> lead(id, person));
    return id;
  }

  private void lead(TeamId id, Person founder) {
    UserId user = founder.id();
    TeamSituation.requireRoomForMembership(members.memberships(user));
    members.insert(id, founder, TeamRole.LEAD);
    roles.publish(
        List.of(
            new RoleChange.Assigned(
                user, RoleScope.ofTeam(id.value()), TeamRole.LEAD.word(), null, user)));
  }

  /** Changes a team; what changes nothing writes nothing. */
  public void update(TeamId id, TeamEdit edit, IfMatch condition, Caller caller) {
    Team before = lock(id, Act.CHANGE_TEAM, caller);
    condition.require(before.version());
    TeamName name = edit.name() == null ? TeamName.of(before.name()) : edit.name();
    String description = edit.description().apply(before.description());
    List<String> changed = new ArrayList<>();
    if (!before.name().equals(name.value())) {
      changed.add("name");
    }
    if (!Objects.equals(before.description(), description)) {
      changed.add("description");
    }
    if (!changed.isEmpty()) {
      teams.update(id, name, description);
      record(
          AuditEvent.TEAM_UPDATED, id, before.organization(), caller, Map.of("changed", changed));
    }
  }

  /** Deletes a team. */
  public void delete(TeamId id, IfMatch condition, Caller caller) {
    Team before = lock(id, Act.DELETE_TEAM, caller);
    condition.require(before.version());
    deletion.delete(id);
    record(AuditEvent.TEAM_DELETED, id, before.organization(), caller, Map.of());
  }

  private Team lock(TeamId id, Act act, Caller caller) {
    teams.lockOrganizationOf(id);
    TeamSituation situation = members.situation(id, caller.userId(), caller);
    situation.require(act);
    return situation.team();
  }

  private void record(
      AuditEvent event,
      TeamId id,
      OrganizationId organization,
      Caller caller,
      Map<String, Object> details) {
    audit.record(
        event, caller.userId(), null, organization.value(), "team", id.value(), true, details);
  }
}
