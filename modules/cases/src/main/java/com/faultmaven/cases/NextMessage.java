package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A message that is counted already, in a case locked by the transaction that adds it.
 *
 * @param fact the number of the fact that it was added: the {@code aggregate_version} of its event
 * @param count how many messages the case has with it; fewer than there are while an instance of an
 *     older version, which counts later, has added some
 * @param at when it is said, not before the message before it
 */
public record NextMessage(
    CaseId caseId,
    UserId owner,
    CaseStatus status,
    boolean archived,
    long fact,
    int count,
    Instant at) {

  static NextMessage of(ResultSet row, int number) throws SQLException {
    CaseId id = new CaseId(row.getString("case_id"));
    String participant = row.getString("role");
    if (participant != null) {
      CaseRows.constant(CaseRole.class, participant).requireWriter(id);
    }
    return new NextMessage(
        id,
        new UserId(row.getString("owner_id")),
        CaseRows.constant(CaseStatus.class, row.getString("status")),
        row.getBoolean("archived"),
        row.getLong("facts"),
        row.getInt("message_count"),
        CaseRows.instant(row, "last_message_at"));
  }

  /**
   * Asks for a case that still takes messages.
   *
   * @throws ConversationEnded if it is closed or archived
   */
  public NextMessage requireConversation() {
    if (status == CaseStatus.CLOSED) {
      throw ConversationEnded.becauseClosed(caseId);
    }
    if (archived) {
      throw ConversationEnded.becauseArchived(caseId);
    }
    return this;
  }
}
