package com.faultmaven.reports.dossiers;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was linked, merged and decided stays; who did it is forgotten. */
@Component
@Order(PersonalData.NAMED)
class NamesInDossiers implements PersonalData {

  /** Each takes the name, and how many rows. */
  private static final List<String> FORGET =
      List.of(
          forget("links", "linked_by", "case_id, seq"),
          forget("case_clusters", "linked_by", "case_id, cluster_id"),
          forget("merges", "merged_by", "source_case_id"),
          forget("matches", "settled_by", "match_id"),
          forget("audit", "actor_id", "entry"));

  private final JdbcClient jdbc;

  NamesInDossiers(JdbcClient jdbc) {
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

  private static String forget(String table, String column, String key) {
    return """
        update reports.%1$s set %2$s = null where (%3$s) in (
          select %3$s from reports.%1$s where %2$s = ? limit ?)
        """
        .formatted(table, column, key);
  }
}
