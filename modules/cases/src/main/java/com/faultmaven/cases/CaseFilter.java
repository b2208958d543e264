package com.faultmaven.cases;

import com.faultmaven.kernel.paging.CursorScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows; an empty collection or null does not restrict.
 *
 * @param statuses any of these
 * @param severities any of these
 * @param categories any of these
 * @param tags all of these, ignoring case
 * @param text what to search for, as one types it into a search box
 * @param searchIn where to search for it
 * @param createdAfter exclusive, as are the other three
 */
public record CaseFilter(
    Scope scope,
    Set<CaseStatus> statuses,
    Set<Severity> severities,
    Set<Category> categories,
    List<String> tags,
    @Nullable SessionId sessionId,
    @Nullable String text,
    SearchScope searchIn,
    @Nullable Instant createdAfter,
    @Nullable Instant createdBefore,
    @Nullable Instant updatedAfter,
    @Nullable Instant updatedBefore,
    Archived archived) {

  /** Whether it asks for nothing but what the cases of an owner are counted by. */
  boolean isOfCountedColumns() {
    return tags.isEmpty()
        && Stream.of(sessionId, text, createdAfter, createdBefore, updatedAfter, updatedBefore)
            .allMatch(Objects::isNull);
  }

  /** The same for each single status it asks for; all of them together show the same cases. */
  List<CaseFilter> byStatus() {
    return statuses.size() < 2
        ? List.of(this)
        : statuses.stream().map(status -> with(Set.of(status))).toList();
  }

  private CaseFilter with(Set<CaseStatus> other) {
    return new CaseFilter(
        scope,
        other,
        severities,
        categories,
        tags,
        sessionId,
        text,
        searchIn,
        createdAfter,
        createdBefore,
        updatedAfter,
        updatedBefore,
        archived);
  }

  /** Adds what is asked for to the scope of a cursor. */
  CursorScope narrowed(CursorScope list) {
    return list.with("scope", scope.word)
        .withAll("status", statuses.stream().map(CaseStatus::word).toList())
        .withAll("severity", severities.stream().map(Severity::word).toList())
        .withAll("category", categories.stream().map(Category::word).toList())
        .withAll("tag", tags.stream().map(TagNames::key).toList())
        .with("session", sessionId == null ? null : sessionId.key())
        .with("q", text)
        .with("in", text == null ? null : searchIn.word)
        .with("created after", createdAfter)
        .with("created before", createdBefore)
        .with("updated after", updatedAfter)
        .with("updated before", updatedBefore)
        .with("archived", archived.word);
  }

  /** What becomes of cases that were put aside. */
  public enum Archived {
    LEFT_OUT("left out"),
    INCLUDED("included"),
    ALONE("alone");

    private final String word;

    Archived(String word) {
      this.word = word;
    }
  }

  /** Which texts are searched: those of the cases themselves, their messages, or both. */
  public enum SearchScope {
    CASE("case"),
    MESSAGES("messages"),
    ALL("all");

    private final String word;

    SearchScope(String word) {
      this.word = word;
    }
  }

  /** Whose cases: the caller's own, those others share with the caller, or both. */
  public enum Scope {
    OWNED("owned"),
    SHARED("shared"),
    ALL("all");

    private final String word;

    Scope(String word) {
      this.word = word;
    }
  }
}
