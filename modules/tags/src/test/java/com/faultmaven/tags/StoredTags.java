package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.TestDatabase;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is really stored, past the application. */
final class StoredTags {

  private static final DataSource DATABASE = TestDatabase.dataSource();
  static final JdbcClient JDBC = JdbcClient.create(DATABASE);

  private StoredTags() {}

  /** Holds each case's own copy to the rows of the tags module, in one snapshot of both. */
  static void equalTheCopiesOfTheCasesOf(String owner) {
    assertThat(
            JDBC.sql(
                    """
                    select c.tags::text || ' ' || c.tag_keys::text || ' is not ' || rows.tags::text
                    from cases.cases c, lateral (
                      select coalesce(array_agg(t.name::text order by t.position), '{}') as tags,
                             coalesce(array_agg(t.key order by t.position), '{}') as keys,
                             bool_and((t.owner_id, t.organization_id) = (c.owner_id, c.organization_id)) as owned
                      from tags.case_tags t where t.case_id = c.case_id
                    ) as rows
                    where c.owner_id = ?
                      and (c.tags <> rows.tags or c.tag_keys <> rows.keys or not rows.owned)
                    """)
                .param(owner)
                .query(String.class)
                .list())
        .isEmpty();
  }

  static int rowsOf(String caseId) {
    return JDBC.sql("select count(*) from tags.case_tags where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  /** Has the database refuse to write tags of which an SQL condition on {@code new} is true. */
  static void refusedWhere(String condition, Runnable work) {
    String name = "refuse_" + UUID.randomUUID().toString().replace('-', '_');
    JDBC.sql(
            """
            create function tags.%1$s() returns trigger language plpgsql
              as $$ begin raise exception 'out of order'; end $$;
            create trigger %1$s before insert on tags.case_tags for each row
              when (%2$s) execute function tags.%1$s();
            """
                .formatted(name, condition))
        .update();
    try {
      work.run();
    } finally {
      JDBC.sql("drop function tags." + name + " cascade").update();
    }
  }

  /** Works while somebody else has a case locked. */
  static <T> T whileLocked(String caseId, Supplier<T> work) {
    return new TransactionTemplate(new DataSourceTransactionManager(DATABASE))
        .execute(
            _ -> {
              JDBC.sql("select 1 from cases.cases where case_id = ? for update")
                  .param(caseId)
                  .query(Integer.class)
                  .single();
              return work.get();
            });
  }

  /** A row whose case is gone, as between the deletion of a case and that of its tags. */
  static void leaveBehind(String caseId, String owner, String name) {
    JDBC.sql("insert into tags.case_tags values (?, lower(?), ?, ?, 0)")
        .params(caseId, name, name, owner)
        .update();
  }
}
