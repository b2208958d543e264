package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a user's name out of the records of what operators did. */
@Component
@Order(PersonalData.NAMED)
class Operators implements PersonalData {

  /** Each takes the name that comes, the one that goes, and how many rows. */
  private static final List<String> RENAME =
      List.of(
          """
          update events.event_dead_letter set settled_by = ?, version = version + 1
          where dead_letter_id in (
            select dead_letter_id from events.event_dead_letter where settled_by = ? limit ?)
          """,
          """
          update events.dead_letter_audit set user_id = ? where audit_id in (
            select audit_id from events.dead_letter_audit where user_id = ? limit ?)
          """,
          """
          update events.rewind_audit set user_id = ? where entry in (
            select entry from events.rewind_audit where user_id = ? limit ?)
          """);

  private final JdbcClient jdbc;

  Operators(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    for (String rename : RENAME) {
      if (jdbc.sql(rename).params(UserId.DELETED.value(), user.value(), most).update() > 0) {
        return Erasure.SOME;
      }
    }
    return Erasure.NOTHING_LEFT;
  }
}
