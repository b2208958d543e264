package com.faultmaven.cases;

import com.faultmaven.edge.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the cases of an owner, some at a time, and tells the end of each. */
@Component
class OwnedCases {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;

  OwnedCases(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  long numberOf(UserId owner) {
    return jdbc.sql("select count(*) from cases.cases where owner_id = ?")
        .param(owner.value())
        .query(Long.class)
        .single();
  }

  /**
   * Deletes up to that many, save for those being changed right now: they are left for the next
   * time.
   *
   * @return whether there were any
   */
  boolean deleteSome(UserId owner, int most, Instant now) {
    List<Seen> seen = oldest(owner, most);
    if (seen.isEmpty()) {
      return false;
    }
    for (Seen deleted : delete(locked(seen))) {
      facts.publishEvent(new CaseDeleted(deleted.id(), owner, deleted.facts() + 1, now));
    }
    return true;
  }

  private List<Seen> oldest(UserId owner, int most) {
    return jdbc.sql(
            """
            select case_id, facts from cases.cases where owner_id = ?
            order by created_at, case_id limit ?
            """)
        .params(owner.value(), most)
        .query(Seen.class)
        .list();
  }

  /**
   * Locks those of which no fact was told since they were seen, in the order of their ids as
   * everybody does. This transaction got its number with the first lock; a fact told while it
   * waited for another may have a higher one, and what follows it must not have a lower.
   */
  private String[] locked(List<Seen> seen) {
    return jdbc.sql(
            """
            select c.case_id from cases.cases c
            join unnest(?::text[], ?::bigint[]) as seen (case_id, facts)
              on seen.case_id = c.case_id and seen.facts = c.facts
            order by c.case_id for update of c
            """)
        .params(
            seen.stream().map(Seen::caseId).toArray(String[]::new),
            seen.stream().mapToLong(Seen::facts).toArray())
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  private List<Seen> delete(String[] ids) {
    return jdbc.sql("delete from cases.cases where case_id = any(?) returning case_id, facts")
        .param(ids)
        .query(Seen.class)
        .list();
  }

  private record Seen(String caseId, long facts) {

    CaseId id() {
      return new CaseId(caseId);
    }
  }
}
