package com.faultmaven.messages.importing;

import com.faultmaven.database.CopiedRows;
import com.faultmaven.kernel.UserId;
import javax.sql.DataSource;

/** Messages that are not here yet. */
public final class NewMessageRows {

  private final CopiedRows rows;

  NewMessageRows(DataSource database) {
    rows =
        new CopiedRows(
            database,
            "messages.messages",
            "message_id",
            "case_id",
            "turn_number",
            "role",
            "content",
            "author_id",
            "metadata",
            "created_at");
  }

  /**
   * Adds a message.
   *
   * @param author who counts as having written it
   */
  public void add(ImportedMessage message, UserId author) {
    rows.add(
        message.id(),
        message.caseId(),
        message.turn(),
        message.role().word(),
        message.content(),
        author,
        message.metadata().json(),
        message.at());
  }

  /** Sends what is kept back. */
  public void flush() {
    rows.flush();
  }
}
