package com.faultmaven.identity;

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
public class MembershipCache implements Memberships {

  private static final String STANDING =
      """
      select exists (select from identity.users where user_id = ?) as account,
        exists (select from identity.organizations where organization_id = ?) as known,
        (select role from identity.members where organization_id = ? and user_id = ?) as role
      """;

  private record Key(UserId user, OrganizationId organization) {}

  private final JdbcClient jdbc;
  private final Cache<Key, Standing> remembered =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(30)).build();

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
        .params(user, organization, organization, user)
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
