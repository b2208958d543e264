package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The users whose roles change. Whoever changes one locks the user first, before the organization:
 * so no membership comes while a user is deleted, and their facts keep their order.
 */
@Component
public class People {

  private static final String LOCK =
      """
      select user_id, username, display_name from identity.users where %s = ?
      for no key update
      """;

  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks a user, if there is one of this id. */
  public Optional<Person> lock(UserId id) {
    return lock("user_id", id.value());
  }

  /** Locks a user, if there is one of this username, which is in lower case. */
  Optional<Person> lockNamed(String username) {
    return lock("username", username);
  }

  /** Locks all of these who exist, in the order in which everybody does. */
  public void lockAll(List<UserId> ids) {
    jdbc.sql(
            """
            select user_id from identity.users where user_id = any(?)
            order by user_id for no key update
            """)
        .param(ids.stream().map(UserId::value).toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private Optional<Person> lock(String column, String value) {
    return jdbc.sql(LOCK.formatted(column))
        .param(value)
        .query((row, _) -> Person.of(row))
        .optional();
  }
}
