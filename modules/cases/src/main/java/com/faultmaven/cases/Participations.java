package com.faultmaven.cases;

import com.faultmaven.edge.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a user out of other people's cases, some at a time. */
@Component
class Participations {

  private final JdbcClient jdbc;

  Participations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Ends up to that many, and writes each down as revoked.
   *
   * @return whether there were any
   */
  boolean endSome(UserId user, int most, UserId by, Instant at) {
    String[] shared = locked(user, most);
    if (shared.length == 0) {
      return false;
    }
    jdbc.sql(
            """
            with ended as (
              delete from cases.participants where user_id = ? and case_id = any(?)
              returning case_id, user_id, role)
            insert into cases.participant_audit (case_id, user_id, role, action, by_user, at)
            select case_id, user_id, role, 'revoked', ?, ? from ended order by case_id
            """)
        .params(user.value(), shared, by.value(), at.atOffset(ZoneOffset.UTC))
        .update();
    return true;
  }

  /** The cases, as whoever shares or unshares them locks them. */
  private String[] locked(UserId user, int most) {
    return jdbc.sql(
            """
            select c.case_id from cases.cases c
            where c.case_id in (
              select p.case_id from cases.participants p where p.user_id = ?
              order by p.case_id limit ?)
            order by c.case_id for update
            """)
        .params(user.value(), most)
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }
}
