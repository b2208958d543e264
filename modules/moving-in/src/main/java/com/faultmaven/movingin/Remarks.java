package com.faultmaven.movingin;

import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Remark.Kind;
import com.faultmaven.movingin.original.Remark.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What did not come from each source, or not as it was. */
@Component
class Remarks {

  private static final int FETCHED = 1_000;

  private final JdbcTemplate jdbc;

  Remarks(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.jdbc.setFetchSize(FETCHED);
  }

  /** Remembers them, each once. */
  void add(String source, List<Remark> remarks) {
    jdbc.batchUpdate(
        """
        insert into movingin.remarks
          (source, kind, row_id, field, reason, outcome, case_id, detail)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        remarks,
        FETCHED,
        (row, remark) -> {
          row.setString(1, source);
          row.setString(2, remark.kind().word());
          row.setString(3, remark.rowId());
          row.setString(4, remark.field());
          row.setString(5, remark.reason());
          row.setString(6, remark.outcome().word());
          row.setString(7, remark.caseId());
          row.setString(8, remark.detail());
        });
  }

  /** Whether any row of a source was refused. */
  boolean refusals(String source) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from movingin.remarks where source = ? and outcome = 'refused')",
            Boolean.class,
            source));
  }

  /** Gives all of a source, however many there are. */
  @Transactional
  public void read(String source, Consumer<Remark> reader) {
    jdbc.query(
        "select * from movingin.remarks where source = ? order by kind, row_id, field, reason",
        row -> {
          reader.accept(
              new Remark(
                  Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                  row.getString("row_id"),
                  row.getString("case_id"),
                  row.getString("field"),
                  row.getString("reason"),
                  Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                  row.getString("detail")));
        },
        source);
  }
}
