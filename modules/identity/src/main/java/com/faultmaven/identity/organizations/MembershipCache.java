package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.identity.Memberships;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who belongs to which organization: one statement for each user and organization within half a
 * minute, and none where it changes here.
 */
@Component
class MembershipCache implements Memberships {

  private static final String STANDING =
      """
      select exists (select from identity.users where user_id = ?) as account,
        o.organization_id is not null as known, m.role
      from (values (?)) as asked (organization_id)
        left join identity.organizations o
          on o.organization_id = asked.organization_id and o.deleted_at is null
        left join identity.members m on m.organization_id = o.organization_id and m.user_id = ?
      """;

  private record Key(UserId user, OrganizationId organization) {}

  private final JdbcClient jdbc;

  /** Maintained on the calling thread: to wake another one takes longer than the work. */
  private final Cache<Key, Standing> remembered =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(Duration.ofSeconds(30))
          .executor(Runnable::run)
          .build();

  MembershipCache(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Standing of(UserId user, OrganizationId organization) {
    return Objects.requireNonNull(remembered.get(new Key(user, organization), this::read));
  }

  private Standing read(Key key) {
    String organization = key.organization().value();
    String user = key.user().value();
    return jdbc.sql(STANDING)
        .params(user, organization, user)
        .query(
            (row, _) ->
                new Standing(
                    row.getBoolean("account"), row.getBoolean("known"), row.getString("role")))
        .single();
  }

  /** Forgets a user in an organization when the transaction that changes that has ended. */
  public void forgetAfterCommit(UserId user, OrganizationId organization) {
    afterCommit(() -> remembered.invalidate(new Key(user, organization)));
  }

  /** Forgets everybody in an organization when the transaction that deletes it has ended. */
  public void forgetAfterCommit(OrganizationId organization) {
    afterCommit(
        () -> remembered.asMap().keySet().removeIf(key -> key.organization().equals(organization)));
  }

  private static void afterCommit(Runnable forget) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            forget.run();
          }
        });
  }
}
