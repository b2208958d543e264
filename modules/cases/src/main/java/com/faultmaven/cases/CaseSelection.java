package com.faultmaven.cases;

import com.faultmaven.cases.search.SearchQuery;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some cases in SQL: where they come from, the condition, and its parameters in order. A list of
 * owned and shared cases is made of two, because each is then read from an index of its own.
 */
class CaseSelection {

  private final String from;
  private final String role;
  private final String caseId;
  private final String createdAt;
  private final FoundTexts texts;
  private final String user;
  private final String organization;
  private final StringBuilder where = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private final List<Object> found = new ArrayList<>();
  private @Nullable CaseCount count;

  /**
   * @param caseId from where the id of a case is read in order
   * @param createdAt from where its creation is
   * @param texts where their texts are found
   */
  private CaseSelection(
      String from,
      String role,
      String caseId,
      String createdAt,
      FoundTexts texts,
      String condition,
      String user,
      Caller caller) {
    this.from = from;
    this.role = role;
    this.caseId = caseId;
    this.createdAt = createdAt;
    this.texts = texts;
    this.user = user;
    this.organization = caller.organizationId().value();
    where.append(condition);
    parameters.addAll(List.of(user, organization));
  }

  /** The cases of an owner in the caller's organization; an admin views those of others. */
  static CaseSelection ownedBy(UserId owner, Caller caller) {
    return new CaseSelection(
        "cases.cases c",
        caller.is(owner) ? "'owner'" : "'viewer'",
        "c.case_id",
        "c.created_at",
        FoundTexts.OF_OWNER,
        "c.owner_id = ? and c.organization_id = ?",
        owner.value(),
        caller);
  }

  static CaseSelection sharedWith(Caller caller) {
    return sharedWith(caller, FoundTexts.OF_CASE);
  }

  /** The same, to be searched for words. Of a few cases the texts are yet to be written. */
  static List<CaseSelection> searchedSharedWith(Caller caller) {
    return List.of(
        sharedWith(caller, FoundTexts.OF_READER)
            .and("not exists (select from cases.reader_changes r where r.case_id = c.case_id)"),
        sharedWith(caller, FoundTexts.OF_CASE)
            .and("exists (select from cases.reader_changes r where r.case_id = p.case_id)"));
  }

  private static CaseSelection sharedWith(Caller caller, FoundTexts texts) {
    return new CaseSelection(
        "cases.participants p join cases.cases c on c.case_id = p.case_id",
        "p.role",
        "p.case_id",
        "p.case_created_at",
        texts,
        "p.user_id = ? and p.organization_id = ?",
        caller.userId().value(),
        caller);
  }

  CaseSelection matching(CaseFilter filter) {
    count =
        isOfOneOwner()
            ? CaseCount.ofOwned(user, organization, filter)
            : CaseCount.ofShared(user, organization, filter);
    anyOf("c.status", filter.statuses(), CaseStatus::word);
    anyOf("c.severity", filter.severities(), Severity::word);
    anyOf("c.category", filter.categories(), Category::word);
    if (!filter.tags().isEmpty()) {
      and("c.tag_keys @> ?::text[]", (Object) words(filter.tags(), TagNames::key));
    }
    if (filter.sessionId() != null) {
      and("normalize(c.session_id, NFC) = ?", filter.sessionId().key());
    }
    CaseSearch search = CaseSearch.of(filter);
    if (search != null) {
      search.restrict(this, isOfOneOwner() ? user : null);
    }
    since(createdAt + " > ?", filter.createdAfter());
    since(createdAt + " < ?", filter.createdBefore());
    since("c.updated_at > ?", filter.updatedAfter());
    since("c.updated_at < ?", filter.updatedBefore());
    switch (filter.archived()) {
      case LEFT_OUT -> and("c.archived_at is null");
      case ALONE -> and("c.archived_at is not null");
      case INCLUDED -> {}
    }
    return this;
  }

  CaseSelection and(String condition, Object... values) {
    where.append(" and ").append(condition);
    parameters.addAll(List.of(values));
    return this;
  }

  /** Restricts the cases to those that have such a text between two turns. */
  void found(SearchQuery query, int firstTurn, int lastTurn) {
    found.addAll(texts.parameters(query, user, firstTurn, lastTurn));
  }

  /** Leaves out everything up to a place in the list's order. */
  CaseSelection after(CaseSort sort, Position last) {
    return and(sort.after(key(sort), caseId), last.key(), last.caseId());
  }

  /** What the cases are sorted by, as an SQL expression. */
  String key(CaseSort sort) {
    return sort.key(createdAt);
  }

  /** Selects columns of the cases {@code c}, of each case once. */
  String select(String columns) {
    return "select " + columns + fromWhere() + (found.isEmpty() ? "" : " group by c.case_id");
  }

  /** How many they are, whatever place a page begins at. */
  CaseCount count() {
    return count != null
        ? count
        : new CaseCount("(select count(*) from (" + select("c.case_id") + ") c)", parameters());
  }

  /** Selects columns of the texts {@code d} that were found, and of their cases. */
  String selectTexts(String columns) {
    return "select " + columns + fromWhere();
  }

  private String fromWhere() {
    return " from " + from + (found.isEmpty() ? "" : texts.join()) + " where " + where;
  }

  private boolean isOfOneOwner() {
    return texts == FoundTexts.OF_OWNER;
  }

  /** What the caller is to the selected cases, as an SQL expression. */
  String role() {
    return role;
  }

  List<Object> parameters() {
    List<Object> all = new ArrayList<>(found);
    all.addAll(parameters);
    return all;
  }

  private void since(String condition, @Nullable Instant instant) {
    if (instant != null) {
      and(condition, timestamp(instant));
    }
  }

  private <T> void anyOf(String column, Collection<T> values, Function<T, String> word) {
    String[] words = words(values, word);
    if (words.length == 1) {
      and(column + " = ?", words[0]);
    } else if (words.length > 1) {
      and(column + " = any(?)", (Object) words);
    }
  }

  private static <T> String[] words(Collection<T> values, Function<T, String> word) {
    return values.stream().map(word).toArray(String[]::new);
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
