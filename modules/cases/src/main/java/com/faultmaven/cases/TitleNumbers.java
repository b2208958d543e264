package com.faultmaven.cases;

import com.faultmaven.edge.PersonalData;
import com.faultmaven.edge.UserId;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases a user opens in a day, also those opened at the same instant. */
@Component
@Order(PersonalData.OWNED)
class TitleNumbers implements PersonalData {

  private final JdbcClient jdbc;

  TitleNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the case being opened; others of the same user wait until it is committed. */
  int next(UserId user, LocalDate day) {
    return jdbc.sql(
            """
            insert into cases.title_numbers as counted (user_id, day, last) values (?, ?, 1)
            on conflict (user_id, day) do update set last = counted.last + 1
            returning last
            """)
        .params(user.value(), day)
        .query(Integer.class)
        .single();
  }

  /** Forgets on which days the user opened cases. */
  @Override
  public Erasure eraseSome(UserId user, int most) {
    jdbc.sql("delete from cases.title_numbers where user_id = ?").param(user.value()).update();
    return Erasure.NOTHING_LEFT;
  }
}
