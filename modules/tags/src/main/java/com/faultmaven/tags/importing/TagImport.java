package com.faultmaven.tags.importing;

import com.faultmaven.cases.CaseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the tags of imported cases, within the transaction of the caller. Nobody is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TagImport {

  private final DataSource database;
  private final JdbcClient jdbc;

  TagImport(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  /** Takes new tags of this transaction. */
  public NewTagRows newRows() {
    return new NewTagRows(database);
  }

  /** Removes the tags of a case, to import them anew. */
  public void remove(CaseId id) {
    jdbc.sql("delete from tags.case_tags where case_id = ?").param(id.value()).update();
  }

  /** The names of the tags of those cases that have any, in their order. */
  public Map<CaseId, List<String>> read(Collection<CaseId> ids) {
    return jdbc
        .sql("select case_id, name from tags.case_tags where case_id = any(?) order by position")
        .param(CaseId.values(ids))
        .query((row, number) -> Map.entry(new CaseId(row.getString(1)), row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
