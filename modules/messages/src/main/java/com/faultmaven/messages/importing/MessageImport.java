package com.faultmaven.messages.importing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.messages.MessageId;
import com.faultmaven.messages.MessageRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores imported conversations, within the transaction of the caller. Nobody is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MessageImport {

  /** So many of a conversation are in memory at a time. */
  private static final int FETCHED = 500;

  private final DataSource database;
  private final JdbcTemplate jdbc;

  MessageImport(DataSource database) {
    this.database = database;
    this.jdbc = new JdbcTemplate(database);
    this.jdbc.setFetchSize(FETCHED);
  }

  /** Takes new messages of this transaction. */
  public NewMessageRows newRows() {
    return new NewMessageRows(database);
  }

  /** Removes the conversation of a case, to import it anew. */
  public void remove(CaseId id) {
    jdbc.update("delete from messages.messages where case_id = ?", id.value());
  }

  /** Gives what is stored of these cases, a conversation after the other, in their order. */
  public void read(Collection<CaseId> ids, Consumer<ImportedMessage> reader) {
    jdbc.query(
        "select message_id, case_id, turn_number, role, content, metadata, created_at"
            + " from messages.messages where case_id = any(?) order by case_id, turn_number",
        row -> {
          reader.accept(message(row));
        },
        (Object) CaseId.values(ids));
  }

  private static ImportedMessage message(ResultSet row) throws SQLException {
    return new ImportedMessage(
        new MessageId(row.getString("message_id")),
        new CaseId(row.getString("case_id")),
        row.getInt("turn_number"),
        MessageRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getString("content"),
        Metadata.stored(row.getString("metadata")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
