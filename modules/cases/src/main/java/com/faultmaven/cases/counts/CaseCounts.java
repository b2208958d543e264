package com.faultmaven.cases.counts;

import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases the owners have. Their number is the sum of the counts and of the changes that are
 * not folded into them yet, so folding alters no sum, whoever reads meanwhile.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CaseCounts {

  /** The key of the lock under which one transaction folds at a time. */
  private static final long LOCK = 0x63_6f_75_6e_74_73L;

  private static final String FOLD =
      """
      with folded as (
        delete from cases.case_count_changes where ctid = any(array(
          select ctid from cases.case_count_changes %s limit :most))
        returning *
      ), summed as (
        select owner_id, organization_id, status, severity, category, archived, sum(cases) as cases
        from folded group by 1, 2, 3, 4, 5, 6
      ), counted as (
        insert into cases.case_counts as c
        select * from summed where cases <> 0 order by 1, 2, 3, 4, 5, 6
        on conflict (owner_id, organization_id, status, severity, category, archived)
          do update set cases = c.cases + excluded.cases
        returning c.owner_id, c.cases
      )
      select (select count(*) from folded) as folded,
        array(select distinct owner_id from counted where cases = 0) as emptied
      """;

  private static final String ALL = FOLD.formatted("");
  private static final String OF_OWNER = FOLD.formatted("where owner_id = :owner");

  private final JdbcClient jdbc;

  CaseCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Folds some changes, unless somebody else does right now.
   *
   * @return how many
   */
  int fold(int most) {
    boolean alone =
        jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
    return alone ? fold(jdbc.sql(ALL), most) : 0;
  }

  /**
   * Folds some changes of one owner, after whoever folds right now.
   *
   * @return how many
   */
  int fold(UserId owner, int most) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, number) -> 0).single();
    return fold(jdbc.sql(OF_OWNER).param("owner", owner.value()), most);
  }

  /** Counts of nothing go, so that nobody is kept who has no cases. */
  private int fold(StatementSpec fold, int most) {
    Folded folded =
        fold.param("most", most)
            .query(
                (row, number) ->
                    new Folded(row.getInt(1), List.of((String[]) row.getArray(2).getArray())))
            .single();
    if (!folded.emptied().isEmpty()) {
      jdbc.sql("delete from cases.case_counts where owner_id = any(?) and cases = 0")
          .param(folded.emptied().toArray(String[]::new))
          .update();
    }
    return folded.changes();
  }

  private record Folded(int changes, List<String> emptied) {}
}
