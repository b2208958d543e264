package com.faultmaven.cases;

import com.faultmaven.cases.search.SearchDocument;
import com.faultmaven.cases.search.SearchDocument.Field;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What searches look through, written in the transaction that writes the text. */
@Service
public class SearchIndex {

  /** The text of a case itself; messages count from 1. */
  static final int CASE_ITSELF = 0;

  private static final String PUT =
      """
      insert into cases.search_documents (case_id, turn, written_at, document)
      values (?, ?, ?, ?::tsvector)
      on conflict (case_id, turn) do update set document = excluded.document
      where search_documents.document <> excluded.document
      """;

  private final JdbcClient jdbc;

  SearchIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The texts of a case that are searched. */
  record CaseText(
      CaseId id,
      UserId owner,
      Instant createdAt,
      String title,
      List<String> tags,
      String description) {

    static CaseText of(CaseView view) {
      return new CaseText(
          view.id(), view.owner(), view.createdAt(), view.title(), view.tags(), view.description());
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void put(CaseText text) {
    SearchDocument document =
        SearchDocument.ownedBy(text.owner().value())
            .add(Field.TITLE, text.title())
            .add(Field.TEXT, text.description());
    text.tags().forEach(tag -> document.add(Field.TAGS, tag));
    put(text.id(), CASE_ITSELF, document, text.createdAt());
  }

  /**
   * Makes a message of a case found.
   *
   * @param turn its number in the conversation, from 1
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void putMessage(CaseId id, UserId owner, int turn, String content, Instant at) {
    put(id, turn, SearchDocument.ownedBy(owner.value()).add(Field.TEXT, content), at);
  }

  private void put(CaseId id, int turn, SearchDocument document, Instant at) {
    jdbc.sql(PUT).params(id.value(), turn, at.atOffset(ZoneOffset.UTC), document.text()).update();
  }
}
