package com.faultmaven.cases.deletion;

import com.faultmaven.cases.Cases;
import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the cases of an owner, each with its event. */
@Component
@Order(PersonalData.OWNED)
class OwnedCases implements PersonalData {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Clock clock;

  OwnedCases(JdbcClient jdbc, Cases cases, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
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
    if (cases.deleteSome(owner, most, clock.instant()) > 0) {
      return Erasure.SOME;
    }
    return numberOf(owner) == 0 ? Erasure.NOTHING_LEFT : Erasure.BUSY;
  }
}
