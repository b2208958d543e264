package com.faultmaven.messaging.deadletters;

import static com.faultmaven.messaging.deadletters.DeadLetterRows.COLUMNS;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorParts;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** Everything an operator may read of dead letters. */
@Service
public class DeadLetterQueries {

  private final JdbcClient jdbc;

  DeadLetterQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One dead letter, with the content of its event.
   *
   * @throws DeadLetterNotFound if there is none of that id
   */
  public DeadLetter get(UUID id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + ", content from events.event_dead_letter where dead_letter_id = ?")
        .param(id)
        .query(new DeadLetterRows(true))
        .optional()
        .orElseThrow(() -> DeadLetterNotFound.of(id));
  }

  /** Those in a state that the selection fits, last parked first, without their contents. */
  public Page<DeadLetter> list(
      DeadLetterState state, DeadLetterSelection selection, Paging paging, Caller caller) {
    CursorScope list =
        selection.narrowed(
            CursorScope.of("dead letters/a")
                .with("user", caller.userId())
                .with("state", state.word()));
    Place after = paging.cursor() == null ? null : Cursor.read(list, paging.cursor(), Place::of);
    String sql =
        "select "
            + COLUMNS
            + " from events.event_dead_letter where "
            + selection.conditions()
            + (after == null ? "" : " and (parked_at, dead_letter_id) < (:at, :id)")
            + " order by parked_at desc, dead_letter_id desc limit :limit offset :offset";
    StatementSpec query =
        selection
            .bind(jdbc.sql(sql), state)
            .param("limit", paging.limit() + 1)
            .param("offset", paging.offset());
    List<DeadLetter> fetched =
        (after == null ? query : after.bind(query)).query(new DeadLetterRows(false)).list();
    return Page.of(
        fetched,
        paging,
        () -> count(state, selection),
        last -> Cursor.after(list, last.parkedAt(), last.id()));
  }

  /** How many in a state the selection fits. */
  long count(DeadLetterState state, DeadLetterSelection selection) {
    return selection
        .bind(
            jdbc.sql(
                "select count(*) from events.event_dead_letter where " + selection.conditions()),
            state)
        .query(Long.class)
        .single();
  }

  /** Where in the list a page ended. */
  private record Place(Instant parkedAt, UUID id) {

    private static final Pattern UUID_FORM =
        Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Place of(CursorParts parts) {
      return new Place(parts.instant(), UUID.fromString(parts.word(UUID_FORM)));
    }

    StatementSpec bind(StatementSpec statement) {
      return statement
          .param("at", parkedAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("id", id);
    }
  }
}
