package com.faultmaven.cases;

import com.faultmaven.cases.search.SearchDocument;
import com.faultmaven.cases.search.SearchDocument.Field;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
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
      insert into cases.search_documents (owner_id, case_id, turn, written_at, document)
      select owner_id, case_id, turn, written_at::timestamptz, document::tsvector
      from unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::text[])
        as text (owner_id, case_id, turn, written_at, document)
      on conflict (case_id, turn, owner_id) do update set document = excluded.document
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

  /** A text of a case, by its turn in the conversation. */
  record IndexedText(
      UserId owner, CaseId id, int turn, Instant writtenAt, SearchDocument document) {

    static IndexedText of(CaseText text) {
      SearchDocument document =
          SearchDocument.ownedBy(text.owner().value())
              .add(Field.TITLE, text.title())
              .add(Field.TEXT, text.description());
      text.tags().forEach(tag -> document.add(Field.TAGS, tag));
      return new IndexedText(text.owner(), text.id(), CASE_ITSELF, text.createdAt(), document);
    }

    /**
     * A message of a case.
     *
     * @param turn its number in the conversation, from 1
     */
    static IndexedText of(CaseId id, UserId owner, int turn, String content, Instant at) {
      SearchDocument document = SearchDocument.ownedBy(owner.value()).add(Field.TEXT, content);
      return new IndexedText(owner, id, turn, at, document);
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void put(CaseText text) {
    put(List.of(IndexedText.of(text)));
  }

  /**
   * Makes a message of a case found.
   *
   * @param turn its number in the conversation, from 1
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void putMessage(CaseId id, UserId owner, int turn, String content, Instant at) {
    put(List.of(IndexedText.of(id, owner, turn, content, at)));
  }

  /** Puts different texts in one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  void put(List<IndexedText> texts) {
    jdbc.sql(PUT)
        .params(
            texts.stream().map(text -> text.owner().value()).toArray(String[]::new),
            texts.stream().map(text -> text.id().value()).toArray(String[]::new),
            texts.stream().map(IndexedText::turn).toArray(Integer[]::new),
            texts.stream().map(text -> text.writtenAt().toString()).toArray(String[]::new),
            texts.stream().map(text -> text.document().text()).toArray(String[]::new))
        .update();
  }
}
