package com.faultmaven.identity.organizations;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.organizations.OrganizationFact.OrganizationCreated;
import com.faultmaven.identity.organizations.OrganizationFact.OrganizationUpdated;
import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.NotPermitted;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
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
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and deletes organizations. */
@Service
@Transactional
public class OrganizationCommands {

  private final OrganizationRows organizations;
  private final MemberRows members;
  private final People people;
  private final Deletion deletion;
  private final RoleFacts roles;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final RandomGenerator random;
  private final Clock clock;

  OrganizationCommands(
      OrganizationRows organizations,
      MemberRows members,
      People people,
      Deletion deletion,
      RoleFacts roles,
      Audit audit,
      ApplicationEventPublisher facts,
      RandomGenerator random,
      Clock clock) {
    this.organizations = organizations;
    this.members = members;
    this.people = people;
    this.deletion = deletion;
    this.roles = roles;
    this.audit = audit;
    this.facts = facts;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Creates an organization, which the caller owns.
   *
   * @throws UnknownUser if the caller has no account
   */
  public OrganizationId create(NewOrganization wanted, Caller caller) {
    if (wanted.plan() != PlanTier.FREE && !caller.isAdmin()) {
      throw NotPermitted.withoutTheRoleAdmin("The plan " + wanted.plan().word());
    }
    UserId owner = caller.userId();
    OrganizationId id = OrganizationIds.random(random);
    if (people.lock(owner).isEmpty()) {
      throw UnknownUser.caller(owner);
    }
    Situation situation = members.situation(id, owner, caller);
    situation.requireRoomForOwned();
    situation.requireRoomForMembership();
    Instant now = clock.instant();
    organizations.insert(id, wanted, owner, now);
    record(AuditEvent.ORG_CREATED, id, caller, Map.of("plan_tier", wanted.plan().word()));
    facts.publishEvent(
        new OrganizationCreated(id, wanted.name(), wanted.slug(), wanted.plan(), owner, 1, now));
    roles.publish(
        List.of(
            new RoleChange.Assigned(
                owner, RoleScope.of(id), OrganizationRole.OWNER.word(), null, owner)));
    return id;
  }

  /** Changes an organization; what changes nothing writes nothing. */
  public void update(OrganizationId id, OrganizationEdit edit, IfMatch condition, Caller caller) {
    Organization before = lock(id, Act.CHANGE, caller);
    condition.require(before.version());
    Organization after = edit.applyTo(before);
    List<String> changed = differences(before, after);
    if ((changed.contains("plan_tier") || changed.contains("max_members")) && !caller.isAdmin()) {
      throw NotPermitted.withoutTheRoleAdmin("What an organization may have");
    }
    if (!changed.isEmpty()) {
      long fact = organizations.update(after);
      record(AuditEvent.ORG_UPDATED, id, caller, Map.of("changed", changed));
      facts.publishEvent(new OrganizationUpdated(id, changed, fact, clock.instant()));
    }
  }

  /** Deletes an organization. */
  public void delete(OrganizationId id, IfMatch condition, Caller caller) {
    Organization before = lock(id, Act.DELETE, caller);
    condition.require(before.version());
    deletion.delete(id, caller.userId());
  }

  private Organization lock(OrganizationId id, Act act, Caller caller) {
    Organization locked = organizations.lock(id);
    Situation situation = members.situation(id, caller.userId(), caller);
    situation.requireSight(id);
    situation.standing().require(act);
    return locked;
  }

  private void record(
      AuditEvent event, OrganizationId id, Caller caller, Map<String, Object> details) {
    audit.record(
        event, caller.userId(), null, id.value(), "organization", id.value(), true, details);
  }

  private static List<String> differences(Organization before, Organization after) {
    List<String> names = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      names.add("name");
    }
    if (!Objects.equals(before.description(), after.description())) {
      names.add("description");
    }
    if (before.plan() != after.plan()) {
      names.add("plan_tier");
    }
    if (!Objects.equals(before.maxMembers(), after.maxMembers())) {
      names.add("max_members");
    }
    if (!before.settings().equals(after.settings())) {
      names.add("settings");
    }
    return names;
  }
}
