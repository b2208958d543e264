package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  /** The organizations whose only owner it is and that have others; those rows are locked. */
  private static final String ORPHANED =
      """
      select o.organization_id from identity.organizations o
        join identity.members m using (organization_id)
      where m.user_id = ? and m.role = 'owner' and o.member_count > 1
        and not exists (select from identity.members other
          where other.organization_id = o.organization_id and other.role = 'owner'
            and other.user_id <> m.user_id)
      order by o.organization_id for update of o
      """;

  private final UserRows users;
  private final SignIns signIns;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final JdbcClient jdbc;
  private final Clock clock;

  UserDeletion(
      UserRows users,
      SignIns signIns,
      Audit audit,
      ApplicationEventPublisher facts,
      JdbcClient jdbc,
      Clock clock) {
    this.users = users;
    this.signIns = signIns;
    this.audit = audit;
    this.facts = facts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Deletes the account of its owner, or of anybody for an administrator.
   *
   * @throws AccountNotFound for anybody else
   * @throws LastOfItsKind if it is the last administrator, or the last owner among others
   */
  public void delete(UserId id, Caller caller) {
    if (!caller.is(id) && !caller.isAdmin()) {
      throw AccountNotFound.of(id);
    }
    users.lockAdmins();
    UserRows.Stored stored = users.lock(id).orElseThrow(() -> AccountNotFound.of(id));
    if (stored.user().isActiveAdmin() && !users.hasAdminBesides(id)) {
      throw LastOfItsKind.admin();
    }
    List<String> orphaned = jdbc.sql(ORPHANED).param(id.value()).query(String.class).list();
    if (!orphaned.isEmpty()) {
      throw LastOfItsKind.owner(orphaned);
    }
    delete(stored, caller.userId());
  }

  /** Deletes it whatever depends on it: whoever operates the installation wants it so. */
  @Transactional(propagation = Propagation.MANDATORY)
  void deleteAnyway(UserId id) {
    Optional<UserRows.Stored> stored = users.lock(id);
    stored.ifPresent(user -> delete(user, null));
  }

  private void delete(UserRows.Stored stored, @Nullable UserId by) {
    UserId id = stored.user().id();
    signIns.endAll(id, null, SignInEnd.DELETED);
    users.delete(id, UserIds.hash(id));
    audit.ofUser(AuditEvent.ACCOUNT_DELETED, id, by);
    facts.publishEvent(new UserFact.UserDeleted(id, stored.facts() + 1, clock.instant()));
  }
}
