package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.People;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.identity.teams.TeamDeletion.Deleted;
import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what is left of a team that was deleted: some members at a time, each with the fact that
 * a role is lost, and at last the team.
 */
@Component
class DissolvingTeams implements TaskHandler<Deleted> {

  private static final int BATCH = 100;

  private static final String SOME =
      "select user_id from identity.team_members where team_id = ? order by user_id limit ?";

  private static final String END =
      """
      delete from identity.team_members where team_id = ? and user_id = any(?)
      returning user_id, role
      """;

  private static final String REMOVE =
      """
      delete from identity.teams t where t.team_id = ? and t.deleted_at is not null
        and not exists (select from identity.team_members m where m.team_id = t.team_id)
      """;

  private final People people;
  private final RoleFacts roles;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DissolvingTeams(
      People people, RoleFacts roles, JdbcClient jdbc, TransactionTemplate transaction) {
    this.people = people;
    this.roles = roles;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public TaskType<Deleted> type() {
    return TeamDeletion.DISSOLVING;
  }

  @Override
  public Next run(Deleted deleted) {
    while (Boolean.TRUE.equals(transaction.execute(_ -> endSome(deleted)))) {
      // one transaction for some of them
    }
    jdbc.sql(REMOVE).param(deleted.team()).update();
    return Next.done();
  }

  private boolean endSome(Deleted deleted) {
    List<UserId> some =
        jdbc.sql(SOME).params(deleted.team(), BATCH).query(String.class).list().stream()
            .map(UserId::new)
            .toList();
    people.lockAll(some);
    roles.publish(
        jdbc.sql(END)
            .param(deleted.team())
            .param(some.stream().map(UserId::value).toArray(String[]::new))
            .query(
                (row, _) ->
                    new RoleChange.Removed(
                        new UserId(row.getString("user_id")),
                        RoleScope.ofTeam(deleted.team()),
                        row.getString("role"),
                        null,
                        deleted.reason()))
            .list());
    return !some.isEmpty();
  }
}
