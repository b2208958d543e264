package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an older version counted to make titles. Goes with its table, in a later release. */
@Component
@Order(PersonalData.OWNED)
class TitleCounters implements PersonalData {

  private final JdbcClient jdbc;

  TitleCounters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Forgets on which days the user opened cases. */
  @Override
  public Erasure eraseSome(UserId user, int most) {
    int deleted =
        jdbc.sql(
                """
                delete from cases.title_numbers where (user_id, day) in (
                  select user_id, day from cases.title_numbers where user_id = ? limit ?)
                """)
            .params(user.value(), most)
            .update();
    return deleted == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
