package com.faultmaven.identity.organizations;

import com.faultmaven.identity.organizations.Deletion.Deleted;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what is left of an organization that was deleted: some members at a time, each with the
 * fact that a role is lost, and at last, when its teams have gone too, the organization.
 */
@Component
class Dissolving implements TaskHandler<Deleted> {

  private static final int BATCH = 100;
  private static final Duration UNTIL_TEAMS_HAVE_GONE = Duration.ofSeconds(10);

  private static final String SOME =
      "select user_id from identity.members where organization_id = ? order by user_id limit ?";

  private static final String END =
      """
      delete from identity.members where organization_id = ? and user_id = any(?)
      returning user_id, role
      """;

  private static final String REMOVE =
      """
      delete from identity.organizations o where o.organization_id = ? and o.deleted_at is not null
        and not exists (select from identity.members m where m.organization_id = o.organization_id)
        and not exists (select from identity.teams t where t.organization_id = o.organization_id)
      """;

  private final People people;
  private final RoleFacts roles;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Dissolving(
      People people,
      RoleFacts roles,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.people = people;
    this.roles = roles;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public TaskType<Deleted> type() {
    return Deletion.DISSOLVING;
  }

  @Override
  public Next run(Deleted deleted) {
    OrganizationId id = new OrganizationId(deleted.organization());
    while (Boolean.TRUE.equals(transaction.execute(_ -> endSome(id)))) {
      // one transaction for some of them
    }
    jdbc.sql(REMOVE).param(id.value()).update();
    return isThere(id) ? Next.at(clock.instant().plus(UNTIL_TEAMS_HAVE_GONE)) : Next.done();
  }

  private boolean endSome(OrganizationId id) {
    List<UserId> some =
        jdbc.sql(SOME).params(id.value(), BATCH).query(String.class).list().stream()
            .map(UserId::new)
            .toList();
    people.lockAll(some);
    roles.publish(
        jdbc.sql(END)
            .param(id.value())
            .param(some.stream().map(UserId::value).toArray(String[]::new))
            .query(
                (row, _) ->
                    new RoleChange.Removed(
                        new UserId(row.getString("user_id")),
                        RoleScope.of(id),
                        row.getString("role"),
                        null,
                        RoleChange.Reason.ORGANIZATION_DELETED))
            .list());
    return !some.isEmpty();
  }

  private boolean isThere(OrganizationId id) {
    return jdbc.sql("select exists (select from identity.organizations where organization_id = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }
}
