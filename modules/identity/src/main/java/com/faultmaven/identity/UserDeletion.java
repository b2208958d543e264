package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.organizations.Departure;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes accounts, in one transaction with all that identity keeps of them; every other context
 * follows by the fact.
 */
@Service
@Transactional
public class UserDeletion {

  private final UserRows users;
  private final SignIns signIns;
  private final Departure departure;
  private final AccountPolicy policy;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  UserDeletion(
      UserRows users,
      SignIns signIns,
      Departure departure,
      AccountPolicy policy,
      Audit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.users = users;
    this.signIns = signIns;
    this.departure = departure;
    this.policy = policy;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Deletes the account of its owner, or of anybody for an administrator.
   *
   * @throws AccountNotFound for anybody else
   * @throws LastAdministrator if it is the last administrator; Departure refuses the last owner
   */
  public void delete(UserId id, Caller caller) {
    policy.requireKept();
    if (!caller.is(id) && !caller.isAdmin()) {
      throw AccountNotFound.of(id);
    }
    users.lockAdmins();
    UserRows.Stored stored = users.lock(id).orElseThrow(() -> AccountNotFound.of(id));
    if (stored.user().isActiveAdmin() && !users.hasAdminBesides(id)) {
      throw LastAdministrator.refused();
    }
    departure.leaveAll(id, caller.userId(), false);
    deleteLocked(id, caller.userId());
  }

  /** Deletes it whatever depends on it: whoever operates the installation wants it so. */
  @Transactional(propagation = Propagation.MANDATORY)
  void deleteAnyway(UserId id) {
    if (users.lock(id).isPresent()) {
      departure.leaveAll(id, null, true);
      deleteLocked(id, null);
    }
  }

  private void deleteLocked(UserId id, @Nullable UserId by) {
    signIns.endAll(id, null, SignInEnd.DELETED);
    long published = users.delete(id, UserIds.hash(id));
    audit.ofUser(AuditEvent.ACCOUNT_DELETED, id, by);
    facts.publishEvent(new UserFact.UserDeleted(id, published + 1, clock.instant()));
  }
}
