package com.faultmaven.messages;

import static com.faultmaven.messages.MessageRows.COLUMNS;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.LargeRows;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everything one may read of conversations; those of cases the caller may not see are {@link
 * com.faultmaven.cases.CaseNotFound}.
 */
@Service
public class MessageQueries {

  private static final MessageRows ROWS = new MessageRows();

  /** What a message weighs is known without reading its content. */
  private static final String PAGE =
      """
      select * from (
        select m.*, count(*) over () as found, coalesce(
          sum(octet_length(content) + octet_length(metadata)) over (
            order by turn_number rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from (
          select message_id, case_id, turn_number, role, content, author_id, metadata::text, created_at
          from messages.messages where case_id = ? and turn_number > ? order by turn_number limit ?
        ) m
      ) p where bytes_before < %s order by turn_number
      """
          .formatted(LargeRows.MOST_BYTES);

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
        .query(ROWS)
        .optional()
        .orElseThrow(() -> MessageNotFound.of(id));
  }

  /** The conversation of a case, oldest first. */
  public Page<Message> list(CaseId caseId, Paging paging, Caller caller) {
    cases.requireReadable(caseId, caller);
    return page(caseId, paging, caller);
  }

  private Page<Message> page(CaseId caseId, Paging paging, Caller caller) {
    CursorScope list =
        CursorScope.of("messages/a").with("user", caller.userId()).with("case", caseId);
    long seen = lastSeen(list, paging);
    List<Found> fetched =
        jdbc.sql(PAGE)
            .params(caseId.value(), seen, paging.limit() + 1)
            .query((row, number) -> new Found(ROWS.mapRow(row, number), row.getInt("found")))
            .list();
    int found = fetched.isEmpty() ? 0 : fetched.getFirst().rows();
    boolean more = found > paging.limit();
    return new LargeRows<>(
            fetched.stream().limit(paging.limit()).map(Found::message).toList(),
            more ? paging.limit() : found,
            last -> Cursor.after(list, last.turnNumber()),
            more ? Cursor.after(list, seen + paging.limit()) : null)
        .page(paging, () -> length(caseId), next -> page(caseId, next, caller));
  }

  /** The turn a page begins after; turns have no gaps, so an offset is one. */
  private static long lastSeen(CursorScope list, Paging paging) {
    return paging.cursor() == null
        ? paging.offset()
        : Cursor.read(list, paging.cursor(), parts -> parts.number(0, Integer.MAX_VALUE));
  }

  /** How many messages there are: as many as the last turn says, read from the index's end. */
  private long length(CaseId caseId) {
    return jdbc.sql("select coalesce(max(turn_number), 0) from messages.messages where case_id = ?")
        .param(caseId.value())
        .query(Long.class)
        .single();
  }

  /**
   * @param rows how many were found, whether they fit or not
   */
  private record Found(Message message, int rows) {}
}
