package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseContents;
import com.faultmaven.cases.importing.Mark;
import com.faultmaven.database.CopiedRows;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases have come, and as what. */
@Component
class MovedCases implements CaseContents {

  private final DataSource database;
  private final JdbcClient jdbc;

  MovedCases(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  /**
   * A case as it was when it came.
   *
   * @param fingerprint null once it is deleted
   */
  record Moved(byte @Nullable [] fingerprint, Mark mark) {

    boolean cameAs(byte[] other) {
      return Arrays.equals(fingerprint, other);
    }
  }

  /** Takes what comes for the first time. */
  CopiedRows newRows() {
    return new CopiedRows(
        database, "movingin.cases", "case_id", "source", "fingerprint", "version", "facts");
  }

  static void add(CopiedRows rows, CaseId id, String source, byte[] fingerprint) {
    rows.add(
        id,
        source,
        "\\x" + HexFormat.of().formatHex(fingerprint),
        Mark.NEW.version(),
        Mark.NEW.facts());
  }

  Map<CaseId, Moved> find(Collection<CaseId> ids) {
    return jdbc
        .sql(
            "select case_id, fingerprint, version, facts from movingin.cases"
                + " where case_id = any(?)")
        .param(CaseId.values(ids))
        .query(
            (row, number) ->
                Map.entry(
                    new CaseId(row.getString(1)),
                    new Moved(row.getBytes(2), new Mark(row.getLong(3), row.getLong(4)))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The ids of a source's cases in a range of ids that have not been deleted here. */
  List<String> between(String source, String after, String upTo) {
    return jdbc.sql(
            "select case_id from movingin.cases where source = ? and case_id > ? and case_id <= ?"
                + " and fingerprint is not null")
        .params(source, after, upTo)
        .query(String.class)
        .list();
  }

  void renew(CaseId id, byte[] fingerprint, Mark mark) {
    jdbc.sql("update movingin.cases set fingerprint = ?, version = ?, facts = ? where case_id = ?")
        .params(fingerprint, mark.version(), mark.facts(), id.value())
        .update();
  }

  /** What a deleted case said cannot be guessed any more; that it has been here is kept. */
  @Override
  public int deleteSome(Collection<CaseId> ids, int most) {
    return new JdbcTemplate(database)
        .update(
            "update movingin.cases set fingerprint = null where case_id = any(array("
                + "select case_id from movingin.cases"
                + " where case_id = any(?) and fingerprint is not null limit ?))",
            CaseId.values(ids),
            most);
  }
}
