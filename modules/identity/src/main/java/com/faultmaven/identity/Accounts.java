package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with accounts; that they are ones is what the contract asks for. Whatever
 * may leave the installation without an active administrator is done by one transaction at a time.
 */
@Service
@Transactional
public class Accounts {

  private final UserRows users;
  private final SignIns signIns;
  private final AccountPolicy policy;
  private final RoleFacts roles;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Accounts(
      UserRows users,
      SignIns signIns,
      AccountPolicy policy,
      RoleFacts roles,
      Audit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.users = users;
    this.signIns = signIns;
    this.policy = policy;
    this.roles = roles;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Keeps an account from signing in, and ends its sign-ins.
   *
   * @throws LastAdministrator if it is the last active administrator
   */
  public void deactivate(UserId id, Caller caller) {
    policy.requireKept();
    User user = lockForAdmins(id);
    if (user.active()) {
      requireAnotherAdmin(user);
      signIns.endAll(id, null, SignInEnd.ADMIN);
      store(active(user, false), List.of("is_active"));
      audit.ofUser(AuditEvent.ACCOUNT_DEACTIVATED, id, caller.userId());
    }
  }

  /** Lets an account sign in again. */
  public void activate(UserId id, Caller caller) {
    policy.requireKept();
    User user = lock(id);
    if (!user.active()) {
      store(active(user, true), List.of("is_active"));
      audit.ofUser(AuditEvent.ACCOUNT_ACTIVATED, id, caller.userId());
    }
  }

  /** Gives an account a role from its next tokens on. */
  public void grant(UserId id, String role, Caller caller) {
    policy.requireKept();
    User user = lock(id);
    if (!user.roles().contains(role)) {
      Set<String> more = new HashSet<>(user.roles());
      more.add(role);
      store(Roles.of(user, more), List.of("roles"));
      audit.ofUser(AuditEvent.ROLE_ASSIGNED, id, caller.userId(), Map.of("role", role));
      roles.publish(Roles.changes(user, more, caller.userId()));
    }
  }

  /**
   * Takes a role away, and ends the sign-ins whose tokens have it.
   *
   * @throws LastAdministrator if it is the role of the last active administrator
   */
  public void remove(UserId id, String role, Caller caller) {
    policy.requireKept();
    User user = lockForAdmins(id);
    if (user.roles().contains(role)) {
      if (role.equals(User.ADMIN)) {
        requireAnotherAdmin(user);
      }
      Set<String> fewer = new HashSet<>(user.roles());
      fewer.remove(role);
      signIns.endAll(id, null, SignInEnd.ADMIN);
      store(Roles.of(user, fewer), List.of("roles"));
      audit.ofUser(AuditEvent.ROLE_REMOVED, id, caller.userId(), Map.of("role", role));
      roles.publish(Roles.changes(user, fewer, caller.userId()));
    }
  }

  /** Signs somebody out everywhere. */
  public void endSignIns(UserId id, Caller caller) {
    lock(id);
    int ended = signIns.endAll(id, null, SignInEnd.ADMIN);
    if (ended > 0) {
      audit.ofUser(AuditEvent.LOGOUT, id, caller.userId(), Map.of("sign_ins", ended));
    }
  }

  private User lockForAdmins(UserId id) {
    users.lockAdmins();
    return lock(id);
  }

  private User lock(UserId id) {
    return users.lock(id).orElseThrow(() -> AccountNotFound.of(id)).user();
  }

  private void requireAnotherAdmin(User user) {
    if (user.isActiveAdmin() && !users.hasAdminBesides(user.id())) {
      throw LastAdministrator.refused();
    }
  }

  private void store(User changed, List<String> names) {
    long fact = users.update(changed);
    facts.publishEvent(
        new UserFact.UserUpdated(changed.id(), names, changed.active(), fact, clock.instant()));
  }

  private User active(User user, boolean active) {
    return new User(
        user.id(),
        user.version(),
        user.username(),
        user.email(),
        user.emailVerified(),
        user.displayName(),
        user.dev(),
        user.service(),
        active,
        user.roles(),
        user.createdAt(),
        clock.instant());
  }
}
