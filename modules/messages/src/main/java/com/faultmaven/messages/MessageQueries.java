package com.faultmaven.messages;

import static com.faultmaven.messages.MessageRows.COLUMNS;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.edge.Caller;
import com.faultmaven.edge.paging.Cursor;
import com.faultmaven.edge.paging.Page;
import com.faultmaven.edge.paging.Paging;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everything one may read of conversations; those of cases the caller may not see are {@link
 * com.faultmaven.cases.CaseNotFound}.
 */
@Service
public class MessageQueries {

  private final CaseAccess cases;
  private final JdbcClient jdbc;

  MessageQueries(CaseAccess cases, JdbcClient jdbc) {
    this.cases = cases;
    this.jdbc = jdbc;
  }

  /**
   * One message of a case.
   *
   * @throws MessageNotFound if the case has none of that id
   */
  public Message get(CaseId caseId, MessageId id, Caller caller) {
    cases.requireReadable(caseId, caller);
    return jdbc.sql(
            "select " + COLUMNS + " from messages.messages where message_id = ? and case_id = ?")
        .params(id.value(), caseId.value())
        .query(new MessageRows())
        .optional()
        .orElseThrow(() -> MessageNotFound.of(id));
  }

  /** The conversation of a case, oldest first. */
  public Page<Message> list(CaseId caseId, Paging paging, Caller caller) {
    cases.requireReadable(caseId, caller);
    String list = String.join("|", caller.userId().value(), caseId.value(), "messages");
    List<Message> fetched =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + " from messages.messages where case_id = ? and turn_number > ?"
                    + " order by turn_number limit ?")
            .params(caseId.value(), lastSeen(list, paging), paging.limit() + 1)
            .query(new MessageRows())
            .list();
    return Page.of(
        fetched,
        paging,
        () -> length(caseId),
        last -> Cursor.after(list, Integer.toString(last.turnNumber())));
  }

  /** The turn a page begins after; turns have no gaps, so an offset is one. */
  private static int lastSeen(String list, Paging paging) {
    if (paging.cursor() == null) {
      return paging.offset();
    }
    try {
      return Integer.parseInt(Cursor.position(list, paging.cursor()));
    } catch (NumberFormatException forged) {
      throw Cursor.refused();
    }
  }

  /** How many messages there are: as many as the last turn says, read from the index's end. */
  private long length(CaseId caseId) {
    return jdbc.sql("select coalesce(max(turn_number), 0) from messages.messages where case_id = ?")
        .param(caseId.value())
        .query(Long.class)
        .single();
  }
}
