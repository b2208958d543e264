package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import com.faultmaven.messaging.registry.RegistrySql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Waits for events about a user that are on their way to listeners: they are delivered or parked
 * before long. Then forgets what deliveries failed with that names the user. The registry is a
 * queue, and failures are few: both are read as a whole.
 */
@Component
@Order(PersonalData.EVENTS)
class UndeliveredEvents implements PersonalData {

  private final JdbcClient jdbc;

  UndeliveredEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    if (areAny(user)) {
      return Erasure.BUSY;
    }
    return forgetFailures(user, most) == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }

  private boolean areAny(UserId user) {
    return jdbc.sql(RegistrySql.MENTIONS)
        .param(NameInText.asValue(user))
        .query(Boolean.class)
        .single();
  }

  private int forgetFailures(UserId user, int most) {
    return jdbc.sql(
            """
            delete from events.delivery_failure where (consumer, event_id) in (
              select consumer, event_id from events.delivery_failure where detail ~ ? limit ?)
            """)
        .params(NameInText.asWord(user), most)
        .update();
  }
}
