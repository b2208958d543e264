package com.faultmaven.cases;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What searches through shared cases look through: a copy of each text, which has the participants
 * of its case as words. What is written of a shared case is copied by the database; this writes the
 * texts of a case whose participants changed.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SharedTexts {

  static final int BATCH = 100;

  private static final String CLAIM =
      """
      select change_id, case_id, turn from cases.reader_changes
      order by change_id limit 1 for update skip locked
      """;

  /** Whoever writes a text of the case, or indexes one, is done then. */
  private static final String LOCK =
      "select owner_id from cases.cases where case_id = ? for update";

  /** Without participants there is no copy. */
  private static final String WRITE =
      """
      with texts as materialized (
        select case_id, turn, written_at, document from cases.search_documents
        where owner_id = :owner and case_id = :case and turn >= :turn order by turn limit :most
      ), readers as materialized (
        select array_to_tsvector(array_agg(chr(2) || user_id)) as lexemes
        from cases.participants where case_id = :case
      ), written as (
        insert into cases.shared_documents as shared (case_id, turn, written_at, document)
        select case_id, turn, written_at, document || lexemes from texts, readers
        where lexemes is not null
        on conflict (case_id, turn) do update set document = excluded.document
        where shared.document <> excluded.document
      ), removed as (
        delete from cases.shared_documents shared using texts, readers
        where lexemes is null and shared.case_id = texts.case_id and shared.turn = texts.turn
      )
      select count(*) = :most as more, coalesce(max(turn), 0) as last_turn from texts
      """;

  /** If all texts were written at once, that was what other changes of the case wanted, too. */
  private static final String DONE =
      """
      delete from cases.reader_changes where change_id = any(array(
        select change_id from cases.reader_changes where case_id = ? and (change_id = ? or ?)
        for update skip locked))
      """;

  private final JdbcClient jdbc;

  SharedTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A case whose participants changed, and the first of its texts that does not say so. */
  private record Change(long changeId, String caseId, int turn) {}

  /** How far the texts of a case are written. */
  private record Written(boolean more, int lastTurn) {}

  /**
   * Writes some texts of one case with its participants.
   *
   * @return whether there was any such case that nobody else is at
   */
  boolean writeSome() {
    Optional<Change> claimed = jdbc.sql(CLAIM).query(Change.class).optional();
    claimed.ifPresent(this::write);
    return claimed.isPresent();
  }

  private void write(Change change) {
    Written written =
        jdbc.sql(LOCK)
            .param(change.caseId)
            .query(String.class)
            .optional()
            .map(owner -> write(change, owner))
            .orElse(new Written(false, 0));
    if (written.more) {
      jdbc.sql("update cases.reader_changes set turn = ? where change_id = ?")
          .params(written.lastTurn + 1, change.changeId)
          .update();
    } else {
      jdbc.sql(DONE).params(change.caseId, change.changeId, change.turn == 0).update();
    }
  }

  private Written write(Change change, String owner) {
    return jdbc.sql(WRITE)
        .param("owner", owner)
        .param("case", change.caseId)
        .param("turn", change.turn)
        .param("most", BATCH)
        .query(Written.class)
        .single();
  }
}
