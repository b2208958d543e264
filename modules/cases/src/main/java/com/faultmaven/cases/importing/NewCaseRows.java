package com.faultmaven.cases.importing;

import com.faultmaven.cases.importing.ImportedCase.Move;
import com.faultmaven.cases.importing.ImportedCase.Times;
import com.faultmaven.database.CopiedRows;
import javax.sql.DataSource;

/** Cases that are not here yet, and histories. */
public final class NewCaseRows {

  private final CopiedRows cases;
  private final CopiedRows moves;

  NewCaseRows(DataSource database) {
    cases =
        new CopiedRows(
            database,
            "cases.cases",
            "case_id",
            "version",
            "owner_id",
            "organization_id",
            "session_id",
            "title",
            "description",
            "status",
            "severity",
            "category",
            "metadata",
            "tags",
            "tag_keys",
            "tags_as_written",
            "status_changes",
            "facts",
            "created_at",
            "updated_at",
            "resolved_at",
            "closed_at",
            "archived_at",
            "message_count",
            "last_message_at");
    moves =
        new CopiedRows(
            database,
            "cases.status_changes",
            "case_id",
            "sequence",
            "from_status",
            "to_status",
            "reason",
            "changed_by",
            "changed_at");
  }

  /** Adds a case with its history. */
  public void add(ImportedCase imported, Conversation conversation) {
    Times times = imported.times();
    cases.add(
        imported.id(),
        Mark.NEW.version(),
        imported.owner(),
        imported.organization(),
        imported.session(),
        imported.title(),
        imported.description(),
        imported.status().word(),
        imported.severity().word(),
        imported.category().word(),
        imported.metadata().json(),
        imported.tagNames().values(),
        imported.tagNames().keys(),
        imported.tagsAsWritten(),
        imported.moves().size(),
        Mark.NEW.facts(),
        times.created(),
        times.updated(),
        times.resolved(),
        times.closed(),
        times.archived(),
        conversation.messages(),
        conversation.lastAt());
    addMoves(imported);
  }

  /** Adds the history of a case that is here. Who moved it is not known but for its owner. */
  public void addMoves(ImportedCase imported) {
    int sequence = 0;
    for (Move move : imported.moves()) {
      moves.add(
          imported.id(),
          ++sequence,
          move.from().word(),
          move.to().word(),
          move.reason(),
          imported.owner(),
          move.at());
    }
  }

  /** Sends what is kept back. */
  public void flush() {
    cases.flush();
    moves.flush();
  }
}
