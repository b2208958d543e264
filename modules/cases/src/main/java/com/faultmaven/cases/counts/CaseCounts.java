package com.faultmaven.cases.counts;

import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases users own, and how many others share with them. Their number is the sum of the
 * counts and of the changes that are not folded into them yet, so folding alters no sum, whoever
 * reads meanwhile.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CaseCounts {

  /** The key of the lock under which one transaction folds at a time. */
  private static final long LOCK = 0x63_6f_75_6e_74_73L;

  private static final String FOLD =
      """
      with folded as (
        delete from cases.%1$s_changes where ctid = any(array(
          select ctid from cases.%1$s_changes %3$s limit :most))
        returning *
      ), summed as (
        select %2$s, organization_id, status, severity, category, archived, sum(cases) as cases
        from folded group by 1, 2, 3, 4, 5, 6
      ), counted as (
        insert into cases.%1$ss as c
        select * from summed where cases <> 0 order by 1, 2, 3, 4, 5, 6
        on conflict (%2$s, organization_id, status, severity, category, archived)
          do update set cases = c.cases + excluded.cases
        returning c.%2$s, c.cases
      )
      select (select count(*) from folded) as folded,
        array(select distinct %2$s from counted where cases = 0) as emptied
      """;

  private static final String REMOVE_EMPTIED =
      "delete from cases.%1$ss where %2$s = any(?) and cases = 0";

  private final JdbcClient jdbc;

  CaseCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Folds some changes, unless somebody else does right now.
   *
   * @return how many
   */
  int fold(Of which, int most) {
    boolean alone =
        jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
    return alone ? fold(which, jdbc.sql(which.all), most) : 0;
  }

  /**
   * Folds some changes of one user, after whoever folds right now.
   *
   * @return how many
   */
  int fold(Of which, UserId user, int most) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, number) -> 0).single();
    return fold(which, jdbc.sql(which.ofUser).param("user", user.value()), most);
  }

  /** Counts of nothing go, so that nobody is kept who has no cases. */
  private int fold(Of which, StatementSpec fold, int most) {
    Folded folded =
        fold.param("most", most)
            .query(
                (row, number) ->
                    new Folded(row.getInt(1), List.of((String[]) row.getArray(2).getArray())))
            .single();
    if (!folded.emptied().isEmpty()) {
      jdbc.sql(which.removeEmptied).param(folded.emptied().toArray(String[]::new)).update();
    }
    return folded.changes();
  }

  /** Which of a user's cases are counted. */
  enum Of {
    OWNED("case_count", "owner_id"),
    SHARED("shared_case_count", "user_id");

    private final String all;
    private final String ofUser;
    private final String removeEmptied;

    Of(String table, String user) {
      all = FOLD.formatted(table, user, "");
      ofUser = FOLD.formatted(table, user, "where " + user + " = :user");
      removeEmptied = REMOVE_EMPTIED.formatted(table, user);
    }
  }

  private record Folded(int changes, List<String> emptied) {}
}
