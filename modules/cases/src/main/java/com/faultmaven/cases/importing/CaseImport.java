package com.faultmaven.cases.importing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.TagNames;
import com.faultmaven.cases.importing.ImportedCase.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores imported cases and their history, within the transaction of the caller. Nobody is told: no
 * event is published, and what is searched is indexed later.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseImport {

  private static final String REPLACE =
      """
      update cases.cases set version = ?, organization_id = ?, session_id = ?, title = ?,
        description = ?, status = ?, severity = ?, category = ?, metadata = ?::jsonb,
        tags = ?, tag_keys = ?, tags_as_written = ?, status_changes = ?, created_at = ?,
        updated_at = ?, resolved_at = ?, closed_at = ?, archived_at = ?,
        message_count = ?, last_message_at = ?
      where case_id = ? and owner_id = ?
      """;

  private final DataSource database;
  private final JdbcClient jdbc;

  CaseImport(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  /** Takes new cases of this transaction. */
  public NewCaseRows newRows() {
    return new NewCaseRows(database);
  }

  /** Locks those of the cases that are here. */
  public Map<CaseId, Mark> lock(Collection<CaseId> ids) {
    return jdbc
        .sql(
            "select case_id, version, facts from cases.cases where case_id = any(?)"
                + " order by case_id for no key update")
        .param(CaseId.values(ids))
        .query(
            (row, number) ->
                Map.entry(new CaseId(row.getString(1)), new Mark(row.getLong(2), row.getLong(3))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Puts a locked case in the place of what was imported before. Its history is to be added anew.
   *
   * @return whether it did; not if the case has another owner now
   */
  public boolean replace(ImportedCase imported, Conversation conversation, Mark before) {
    boolean replaced =
        new JdbcTemplate(database).update(REPLACE, columns(imported, conversation, before)) == 1;
    if (replaced) {
      String id = imported.id().value();
      jdbc.sql("delete from cases.status_changes where case_id = ?").param(id).update();
      jdbc.sql("delete from cases.search_documents where case_id = ?").param(id).update();
    }
    return replaced;
  }

  private static @Nullable Object[] columns(
      ImportedCase imported, Conversation conversation, Mark before) {
    TagNames names = imported.tagNames();
    Times times = imported.times();
    return new @Nullable Object[] {
      before.next().version(),
      imported.organization().value(),
      imported.session(),
      imported.title(),
      imported.description(),
      imported.status().word(),
      imported.severity().word(),
      imported.category().word(),
      imported.metadata().json(),
      names.values().toArray(String[]::new),
      names.keys().toArray(String[]::new),
      written(imported),
      imported.moves().size(),
      time(times.created()),
      time(times.updated()),
      time(times.resolved()),
      time(times.closed()),
      time(times.archived()),
      conversation.messages(),
      time(conversation.lastAt()),
      imported.id().value(),
      imported.owner().value()
    };
  }

  private static String @Nullable [] written(ImportedCase imported) {
    List<String> written = imported.tagsAsWritten();
    return written == null ? null : written.toArray(String[]::new);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
