package com.faultmaven.escalations;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written stays with its case; who wrote it is forgotten. */
@Component
@Order(PersonalData.NAMED)
class NamesInEscalations implements PersonalData {

  private static final List<String> FORGET =
      List.of(
          forget("escalations", "escalation_id", "requested_by"),
          forget("contacts", "contact_id", "created_by"),
          forget("signals", "signal_id", "recorded_by"),
          forget("audit", "number", "actor_id"),
          forget("sendings", "number", "user_id"));

  private final JdbcClient jdbc;

  NamesInEscalations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    for (String forget : FORGET) {
      if (jdbc.sql(forget).params(user.value(), most).update() > 0) {
        return Erasure.SOME;
      }
    }
    return Erasure.NOTHING_LEFT;
  }

  private static String forget(String table, String key, String column) {
    return """
        update escalations.%1$s set %3$s = null where %2$s = any(array(
          select %2$s from escalations.%1$s where %3$s = ? limit ?))
        """
        .formatted(table, key, column);
  }
}
