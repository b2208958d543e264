package com.faultmaven.status;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in public stays; who said it is forgotten. */
@Component
@Order(PersonalData.NAMED)
class NamesInStatus implements PersonalData {

  /** Each takes the name, and how many rows. */
  private static final List<String> FORGET =
      List.of(
          forget("services", "created_by"),
          forget("incidents", "created_by"),
          forget("incident_updates", "author_id"),
          forget("maintenances", "created_by"),
          forget("maintenance_updates", "author_id"),
          """
          update status.incident_cases set linked_by = null where (incident_id, case_id) in (
            select incident_id, case_id from status.incident_cases where linked_by = ? limit ?)
          """);

  private final JdbcClient jdbc;

  NamesInStatus(JdbcClient jdbc) {
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

  private static String forget(String table, String column) {
    return """
        update status.%1$s set %2$s = null where id = any(array(
          select id from status.%1$s where %2$s = ? limit ?))
        """
        .formatted(table, column);
  }
}
