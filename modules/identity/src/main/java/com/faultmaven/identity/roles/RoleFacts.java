package com.faultmaven.identity.roles;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes changes of roles as facts of the users whose roles they are. Whoever changes one has
 * locked these users before, in the order of their ids and before any organization.
 */
@Component
public class RoleFacts {

  private static final String COUNT =
      """
      update identity.users u set facts = u.facts + more.facts
      from unnest(?::text[], ?::bigint[]) as more (user_id, facts)
      where u.user_id = more.user_id returning u.user_id, u.facts - more.facts
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  RoleFacts(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.clock = clock;
  }

  /** Publishes changes in their order; one statement for all, however many. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(List<? extends RoleChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Map<String, Long> last = count(changes);
    Instant now = clock.instant();
    for (RoleChange change : changes) {
      long number = last.merge(change.user().value(), 1L, Long::sum);
      facts.publishEvent(new RoleFact(change, number, now));
    }
  }

  /** The number of the last fact of each before these. */
  private Map<String, Long> count(List<? extends RoleChange> changes) {
    Map<String, Long> more =
        changes.stream()
            .collect(groupingBy(change -> change.user().value(), TreeMap::new, counting()));
    Map<String, Long> last = new HashMap<>();
    jdbc.sql(COUNT)
        .param(more.keySet().toArray(String[]::new))
        .param(more.values().toArray(Long[]::new))
        .query(
            row -> {
              last.put(row.getString(1), row.getLong(2));
            });
    return last;
  }
}
