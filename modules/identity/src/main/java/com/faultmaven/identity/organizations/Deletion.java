package com.faultmaven.identity.organizations;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.organizations.OrganizationFact.OrganizationDeleted;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes organizations: at once for everybody who looks, and step by step afterwards, because one
 * may have any number of members, each of whom loses a role.
 */
@Component
class Deletion {

  static final TaskType<Deleted> DISSOLVING =
      new TaskType<>("identity.dissolve-organization", Deleted.class);

  private final OrganizationRows organizations;
  private final MembershipCache memberships;
  private final Tasks tasks;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Deletion(
      OrganizationRows organizations,
      MembershipCache memberships,
      Tasks tasks,
      Audit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.organizations = organizations;
    this.memberships = memberships;
    this.tasks = tasks;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /** An organization of which something may be left. */
  record Deleted(String organization) {}

  /**
   * Deletes one that is locked.
   *
   * @param by who decided it; null for nobody in particular
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void delete(OrganizationId id, @Nullable UserId by) {
    long fact = organizations.delete(id);
    facts.publishEvent(new OrganizationDeleted(id, fact, clock.instant()));
    tasks.plan(DISSOLVING, id.value(), new Deleted(id.value()));
    audit.record(
        AuditEvent.ORG_DELETED, by, null, id.value(), "organization", id.value(), true, Map.of());
    memberships.forgetAfterCommit(id);
  }
}
