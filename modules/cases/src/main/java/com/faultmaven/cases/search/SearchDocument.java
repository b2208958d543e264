package com.faultmaven.cases.search;

import java.util.HashMap;
import java.util.Map;

/**
 * What is indexed of one text, as PostgreSQL's {@code tsvector} is written. Its words keep their
 * order, so that phrases are found; the parts of a word stand where it stands and count less.
 */
public class SearchDocument {

  /** So that no phrase reaches from one field into the next. */
  private static final int GAP = 8;

  /** PostgreSQL knows no further positions. */
  static final int MOST_WORDS = 16_383;

  /** Nor more of one word. */
  private static final int MOST_POSITIONS = 255;

  private static final int MOST_DISTINCT = 8_000;

  private final Map<String, StringBuilder> positions = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int last;

  /** What a match in a field counts: the whole word, and a part of one. */
  public enum Field {
    TITLE('A', 'B'),
    TAGS('B', 'C'),
    TEXT('C', 'D');

    private final char whole;
    private final char part;

    Field(char whole, char part) {
      this.whole = whole;
      this.part = part;
    }
  }

  private SearchDocument(String owner) {
    positions.put(ownerLexeme(owner), new StringBuilder());
  }

  /**
   * @param owner whose case the text belongs to: a search through one's own cases is answered from
   *     the index alone
   */
  public static SearchDocument ownedBy(String owner) {
    return new SearchDocument(owner);
  }

  /** No word begins with a control character. */
  static String ownerLexeme(String owner) {
    return '\u0001' + owner;
  }

  /** Texts of a shared case have those of its participants; the database writes them. */
  static String readerLexeme(String user) {
    return '\u0002' + user;
  }

  /** Adds a text; of a long one its first 16,000 words, of which 8,000 may be different. */
  public SearchDocument add(Field field, String text) {
    for (Word word : Words.of(text, MOST_WORDS - last)) {
      last++;
      put(word, field.whole);
      word.parts().forEach(part -> put(part, field.part));
    }
    last = Math.min(last + GAP, MOST_WORDS);
    return this;
  }

  private void put(Word word, char weight) {
    put(word.form(), weight);
    if (!word.plain().equals(word.form())) {
      put(word.plain(), weight);
    }
  }

  private void put(String lexeme, char weight) {
    if (lexeme.isEmpty() || positions.size() >= MOST_DISTINCT && !positions.containsKey(lexeme)) {
      return;
    }
    if (counts.merge(lexeme, 1, Integer::sum) <= MOST_POSITIONS) {
      StringBuilder list = positions.computeIfAbsent(lexeme, _ -> new StringBuilder(8));
      list.append(list.isEmpty() ? ':' : ',').append(last).append(weight);
    }
  }

  /** As PostgreSQL reads it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    positions.forEach(
        (lexeme, list) -> text.append(Lexemes.quoted(lexeme)).append(list).append(' '));
    return text.toString();
  }
}
