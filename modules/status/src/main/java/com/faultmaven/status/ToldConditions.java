package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.ServiceFact.ConditionChanged;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells each change of a condition once: whoever holds the locks of the services compares with what
 * was told last, in a statement that begins after everything it depends on was written.
 */
@Component
class ToldConditions {

  private static final String TELL =
      """
      with seen as (
        select s.id, s.told_condition as before, c.condition as after
        from status.services s %s
        where s.id = any(:ids::uuid[]))
      update status.services s set told_condition = seen.after, facts = s.facts + 1
      from seen where s.id = seen.id and seen.before <> seen.after
      returning s.id, s.organization_id, s.name, s.facts, seen.before, seen.after
      """
          .formatted(Conditions.OF_SERVICES);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;

  ToldConditions(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /** Tells what changed about locked services. */
  void tell(Collection<ServiceId> services, Cause cause, Instant now) {
    if (services.isEmpty()) {
      return;
    }
    List<ConditionChange> changes =
        jdbc.sql(TELL)
            .param("ids", ServiceId.values(services))
            .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .query(
                (row, _) ->
                    new ConditionChange(
                        new ServiceId(row.getObject("id", UUID.class)),
                        new OrganizationId(row.getString("organization_id")),
                        row.getString("name"),
                        Condition.of(row.getString("before")),
                        Condition.of(row.getString("after")),
                        row.getLong("facts")))
            .list();
    changes.forEach(change -> facts.publishEvent(new ConditionChanged(change, cause)));
    if (!changes.isEmpty()) {
      facts.publishEvent(new ConditionsChanged(changes, cause));
    }
  }
}
