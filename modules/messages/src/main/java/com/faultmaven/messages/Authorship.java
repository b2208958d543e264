package com.faultmaven.messages;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a user's name off what they said in other people's cases; the conversations stay. */
@Component
@Order(PersonalData.NAMED)
class Authorship implements PersonalData {

  private final JdbcClient jdbc;

  Authorship(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    int renamed =
        jdbc.sql(
                """
                update messages.messages set author_id = ? where message_id in (
                  select message_id from messages.messages where author_id = ? limit ?)
                """)
            .params(UserId.DELETED.value(), user.value(), most)
            .update();
    return renamed == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
