package com.faultmaven.cases;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the cases of an owner, each with its event. */
@Component
@Order(PersonalData.OWNED)
class OwnedCases implements PersonalData {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  OwnedCases(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.clock = clock;
  }

  long numberOf(UserId owner) {
    return jdbc.sql("select count(*) from cases.cases where owner_id = ?")
        .param(owner.value())
        .query(Long.class)
        .single();
  }

  /** Leaves those being changed right now for the next time. */
  @Override
  public Erasure eraseSome(UserId owner, int most) {
    String[] ids = locked(owner, most);
    if (ids.length == 0) {
      return numberOf(owner) == 0 ? Erasure.NOTHING_LEFT : Erasure.BUSY;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Deleted deleted : delete(ids)) {
      facts.publishEvent(
          new CaseDeleted(new CaseId(deleted.caseId()), owner, deleted.facts() + 1, now));
    }
    return Erasure.SOME;
  }

  private String[] locked(UserId owner, int most) {
    return jdbc.sql(
            """
            select case_id from cases.cases where owner_id = ?
            order by organization_id, created_at, case_id limit ? for update skip locked
            """)
        .params(owner.value(), most)
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  private List<Deleted> delete(String[] ids) {
    return jdbc.sql("delete from cases.cases where case_id = any(?) returning case_id, facts")
        .param(ids)
        .query(Deleted.class)
        .list();
  }

  private record Deleted(String caseId, long facts) {}
}
