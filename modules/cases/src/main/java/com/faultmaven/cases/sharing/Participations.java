package com.faultmaven.cases.sharing;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a user out of other people's cases, and writes each down as revoked. */
@Component
@Order(PersonalData.NAMED)
class Participations implements PersonalData {

  private final JdbcClient jdbc;
  private final Clock clock;

  Participations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Leaves cases being changed right now for the next time. */
  @Override
  public Erasure eraseSome(UserId user, int most) {
    String[] shared = locked(user, most);
    if (shared.length == 0) {
      return isAnywhere(user) ? Erasure.BUSY : Erasure.NOTHING_LEFT;
    }
    jdbc.sql(
            """
            with ended as (
              delete from cases.participants where user_id = ? and case_id = any(?)
              returning case_id, role)
            insert into cases.participant_audit (case_id, user_id, role, action, by_user, at)
            select case_id, ?, role, 'revoked', ?, ? from ended order by case_id
            """)
        .params(
            user.value(),
            shared,
            UserId.DELETED.value(),
            UserId.DELETED.value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return Erasure.SOME;
  }

  /** The cases, which are locked for every change of their participants. */
  private String[] locked(UserId user, int most) {
    return jdbc.sql(
            """
            select c.case_id from cases.participants p join cases.cases c on c.case_id = p.case_id
            where p.user_id = ? order by p.case_id limit ? for update of c skip locked
            """)
        .params(user.value(), most)
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  private boolean isAnywhere(UserId user) {
    return jdbc.sql("select exists (select from cases.participants where user_id = ?)")
        .param(user.value())
        .query(Boolean.class)
        .single();
  }
}
