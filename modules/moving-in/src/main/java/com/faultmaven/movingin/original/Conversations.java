package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseId;
import com.faultmaven.messages.importing.ImportedMessage;
import com.faultmaven.movingin.original.Remark.Kind;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers messages as they come, a conversation after the other; what is refused has no number. */
final class Conversations implements Query.Rows {

  private final MessageMapping mapping;
  private final Consumer<ImportedMessage> messages;
  private final Consumer<Remark> remarks;
  private @Nullable CaseId current;
  private int turns;

  Conversations(
      MessageMapping mapping, Consumer<ImportedMessage> messages, Consumer<Remark> remarks) {
    this.mapping = mapping;
    this.messages = messages;
    this.remarks = remarks;
  }

  @Override
  public boolean accept(Row row) throws SQLException {
    String id = "?";
    CaseId caseId = caseOf(row);
    if (!caseId.equals(current)) {
      current = caseId;
      turns = 0;
    }
    try {
      id = row.required("message_id");
      messages.accept(mapping.map(caseId, id, turns + 1, row));
      turns++;
    } catch (UnusableValue why) {
      remarks.accept(Remark.of(Kind.MESSAGE, id, caseId.value(), why));
    }
    return true;
  }

  private static CaseId caseOf(Row row) throws SQLException {
    try {
      return new CaseId(row.required("case_id"));
    } catch (UnusableValue impossible) {
      throw new IllegalStateException("the statement selects by id", impossible);
    }
  }
}
