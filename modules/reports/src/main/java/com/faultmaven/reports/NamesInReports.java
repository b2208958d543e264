package com.faultmaven.reports;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported stays; who reported it, and who keeps an analysis, is forgotten. */
@Component
@Order(PersonalData.NAMED)
class NamesInReports implements PersonalData {

  /** Each takes the name, and how many rows. */
  private static final List<String> FORGET =
      List.of(
          """
          update reports.reports set reporter_id = null where report_id = any(array(
            select report_id from reports.reports where reporter_id = ? limit ?))
          """,
          """
          update reports.clusters set created_by = null where cluster_id = any(array(
            select cluster_id from reports.clusters where created_by = ? limit ?))
          """);

  private final JdbcClient jdbc;

  NamesInReports(JdbcClient jdbc) {
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
}
